// What a front end would write. relay-compiler reads it; nothing imports it.
graphql`
  query blogPageQuery($count: Int!) {
    site {
      name
    }
    ...blogPage_posts @arguments(count: $count)
  }
`;

graphql`
  fragment blogPage_posts on Query
  @refetchable(queryName: "blogPagePaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    posts(first: $count, after: $cursor) @connection(key: "blogPage_posts") {
      edges {
        node {
          id
          title
          ...blogPage_card
        }
      }
    }
  }
`;

graphql`
  fragment blogPage_card on Post {
    slug
    tags {
      name
    }
  }
`;

graphql`
  query blogPageNodeQuery($id: ID!) {
    node(id: $id) {
      ... on Post {
        title
      }
    }
  }
`;
