/** What is said about a request beside its answers: the talk about who bears what it costs, and that something asked for is not reasonable (domain.md §0.4). */
export const TALK_KINDS = ['price_talk', 'objection'] as const;
export type TalkKind = (typeof TALK_KINDS)[number];
