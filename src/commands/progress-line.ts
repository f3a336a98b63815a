/** Where progress is shown, such as `process.stderr`. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far something is: a bar that stays in its line on a terminal, a line a step elsewhere. */
export interface ProgressLine {
  show(step: string, done: number, total: number): void;
  /** Clears the bar, so that what follows starts on a clean line. */
  end(): void;
}

const barWidth = 24;

/** A terminal is drawn at most this often; more is a blur that costs time. */
const redrawMs = 50;

export function createProgressLine(stream: ProgressStream): ProgressLine {
  return stream.isTTY === true ? createBar(stream) : createLines(stream);
}

function createBar(stream: ProgressStream): ProgressLine {
  let drawnAt = -redrawMs;
  let drawn = '';
  return {
    show: (step, done, total) => {
      const now = performance.now();
      if (done < total && now - drawnAt < redrawMs) return;
      drawnAt = now;
      drawn = bar(step, done, total).slice(0, (stream.columns ?? 80) - 1);
      stream.write(`\r\u001b[2K${drawn}`);
    },
    end: () => {
      if (drawn !== '') stream.write('\r\u001b[2K');
      drawn = '';
    },
  };
}

function bar(step: string, done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const filled = Math.round(share * barWidth);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${percent} %  ${step} ${done}/${total}`;
}

/** One line when a step begins, one at every further quarter. */
function createLines(stream: ProgressStream): ProgressLine {
  let told = '';
  return {
    show: (step, done, total) => {
      const quarter = total === 0 ? 4 : Math.floor((4 * done) / total);
      const key = `${step} ${quarter}`;
      if (key === told) return;
      told = key;
      stream.write(`${step} ${done}/${total}\n`);
    },
    end: () => undefined,
  };
}
