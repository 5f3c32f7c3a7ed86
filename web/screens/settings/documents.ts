import { graphql, type ResultOf } from '../../api/graphql.js';

const RULE = graphql(`
  fragment SettingsRule on Rule {
    id
    version
    title
    description
    severity
    enabled
    bearings
    documentationUrl
  }
`);

export const RULES = graphql(
  `
    query SettingsRules {
      rules {
        ...SettingsRule
      }
    }
  `,
  [RULE],
);

export const CONFIGURE_RULE = graphql(
  `
    mutation SettingsConfigureRule($input: ConfigureRuleInput!) {
      configureRule(input: $input) {
        rule {
          ...SettingsRule
        }
        job {
          id
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [RULE],
);

const PUBLISHER = graphql(`
  fragment SettingsPublisher on Publisher {
    id
    version
    name
    owner
    domains
    reliability
  }
`);

export const PUBLISHERS = graphql(
  `
    query SettingsPublishers($after: String) {
      publishers(first: 50, after: $after) {
        edges {
          node {
            ...SettingsPublisher
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PUBLISHER],
);

export const UPDATE_PUBLISHER = graphql(
  `
    mutation SettingsUpdatePublisher($input: UpdatePublisherInput!) {
      updatePublisher(input: $input) {
        publisher {
          ...SettingsPublisher
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [PUBLISHER],
);

const MEMBER = graphql(`
  fragment SettingsMember on Member {
    id
    version
    name
    email
    role
    createdAt
    removedAt
  }
`);

export const MEMBERS = graphql(
  `
    query SettingsMembers($after: String) {
      members(first: 100, after: $after) {
        edges {
          node {
            ...SettingsMember
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [MEMBER],
);

export const ADD_MEMBER = graphql(
  `
    mutation SettingsAddMember($input: AddMemberInput!) {
      addMember(input: $input) {
        member {
          ...SettingsMember
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [MEMBER],
);

export const UPDATE_MEMBER = graphql(
  `
    mutation SettingsUpdateMember($input: UpdateMemberInput!) {
      updateMember(input: $input) {
        member {
          ...SettingsMember
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [MEMBER],
);

export const REMOVE_MEMBER = graphql(
  `
    mutation SettingsRemoveMember($input: RemoveMemberInput!) {
      removeMember(input: $input) {
        member {
          ...SettingsMember
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [MEMBER],
);

const TOKEN = graphql(`
  fragment SettingsToken on Token {
    id
    name
    role
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
    member {
      id
      version
      name
    }
  }
`);

export const TOKENS = graphql(
  `
    query SettingsTokens($after: String) {
      tokens(first: 50, after: $after) {
        edges {
          node {
            ...SettingsToken
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [TOKEN],
);

export const CREATE_TOKEN = graphql(
  `
    mutation SettingsCreateToken($input: CreateTokenInput!) {
      createToken(input: $input) {
        secret
        token {
          ...SettingsToken
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [TOKEN],
);

export const REVOKE_TOKEN = graphql(
  `
    mutation SettingsRevokeToken($input: RevokeTokenInput!) {
      revokeToken(input: $input) {
        token {
          ...SettingsToken
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [TOKEN],
);

const WEBHOOK = graphql(`
  fragment SettingsWebhook on Webhook {
    id
    version
    name
    url
    enabled
    behind
    behindSince
    disabledAt
    disabledReason
    disabledCause
    failures
    failingSince
    nextAttemptAt
    lastDeliveredAt
    standings
    article {
      id
      version
      title
    }
  }
`);

export const WEBHOOKS = graphql(
  `
    query SettingsWebhooks($after: String) {
      webhooks(first: 50, after: $after) {
        edges {
          node {
            ...SettingsWebhook
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [WEBHOOK],
);

export const UPDATE_WEBHOOK = graphql(
  `
    mutation SettingsUpdateWebhook($input: UpdateWebhookInput!) {
      updateWebhook(input: $input) {
        webhook {
          ...SettingsWebhook
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [WEBHOOK],
);

export const RESUME_WEBHOOK = graphql(
  `
    mutation SettingsResumeWebhook($input: ResumeWebhookInput!) {
      resumeWebhook(input: $input) {
        webhook {
          ...SettingsWebhook
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [WEBHOOK],
);

export const DELETE_WEBHOOK = graphql(`
  mutation SettingsDeleteWebhook($input: DeleteWebhookInput!) {
    deleteWebhook(input: $input) {
      deletedWebhookId
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export type Rule = ResultOf<typeof RULE>;
export type Publisher = ResultOf<typeof PUBLISHER>;
export type Member = ResultOf<typeof MEMBER>;
export type Token = ResultOf<typeof TOKEN>;
export type Webhook = ResultOf<typeof WEBHOOK>;
