import { graphql } from '../../graphql/generated';

/** One comment as it is shown, without its replies. */
export const ThreadCommentFragment = graphql(`
  fragment ThreadComment on Comment {
    id
    parentId
    depth
    stance
    body
    status
    createdAt
    editedAt
    goodPoints
    isGoodPointByMe
    replyCount
    descendantCount
    isMine
    viewerMayReport
    viewerMayModerate
    author {
      name
      clpName
    }
    hidden {
      ...HiddenPlace
    }
  }
`);

/** Which replies of a comment have been fetched so far. */
export const FetchedRepliesFragment = graphql(`
  fragment FetchedReplies on Comment {
    id
    replies(sort: oldest) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A comment with the replies that come along with it: two levels below. */
graphql(`
  fragment ThreadBranch on Comment {
    id
    ...ThreadComment
    replies(sort: oldest) {
      edges {
        cursor
        node {
          id
          ...ThreadComment
          replies(sort: oldest) {
            edges {
              cursor
              node {
                id
                ...ThreadComment
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ProposalThreadDocument = graphql(`
  query ProposalThread($id: ID!, $sort: ThreadSort!, $after: String) {
    proposal(id: $id) {
      id
      commentCount
      thread(first: 20, after: $after, sort: $sort) {
        edges {
          cursor
          node {
            id
            ...ThreadBranch
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const RepliesDocument = graphql(`
  query Replies($id: ID!, $after: String) {
    comment(id: $id) {
      comment {
        id
        replies(first: 20, after: $after, sort: oldest) {
          edges {
            cursor
            node {
              id
              ...ThreadBranch
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const OneCommentDocument = graphql(`
  query OneComment($id: ID!) {
    comment(id: $id) {
      comment {
        id
        proposal {
          id
        }
        ...ThreadBranch
      }
      ancestors {
        id
        ...ThreadComment
      }
    }
  }
`);
