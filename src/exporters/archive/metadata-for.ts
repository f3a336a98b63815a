import type { Sight } from '../../domain/visibility.ts';

/**
 * What a blog says of a thing and no field holds, such as notes of its editors: the graph does not show it, so it is
 * only for who sees everything.
 */
export function metadataFor<M>(sight: Sight, metadata: M): M | null {
  return sight.everything === true ? metadata : null;
}
