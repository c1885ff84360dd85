import { graphql } from '../../graphql/generated';

/** Something that was reported, as moderators read it. */
export const ModerationCaseFragment = graphql(`
  fragment ModerationCase on ModerationCase {
    id
    reportCount
    firstAt
    isUnlawful
    viewerMay
    viewerMaySuspend
    whyNot
    contribution {
      ...ModeratedItem
    }
    words {
      label
      text
    }
    consultation {
      id
      title
    }
    proposal {
      id
      number
      statement
    }
    parent {
      id
      body
      author {
        name
      }
    }
    replies {
      id
      body
      author {
        name
      }
    }
    reports {
      id
      reason
      reasonLabel
      words
      at
      isByVisitor
    }
    author {
      name
      joinedOn
      isNew
      hidden
      sent
      suspendedUntil
    }
    earlier {
      ...LoggedAct
    }
  }
`);
