/** Verbs and queries that machines cannot call, each with its reason. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  // before and beside every organisation: a token belongs to one
  SignIn: 'a session’s', SignOut: 'a session’s', ChooseOrganization: 'a session’s; a token works for the one it was made for', ChangePassword: 'asks for the password that is now; a token must not take over an account',
  RequestPasswordReset: 'before anybody is known', ResetPassword: 'the link is the permission', StartStepUp: 'the second factor of a session', FinishStepUp: 'the second factor of a session',
  IssueAccessToken: 'only a person in a session: a token must not breed tokens',
  CreateOrganization: 'founding: nobody has a token yet', AcceptMemberInvitation: 'the link is the permission; nobody is a member yet', AcceptSupplierInvitation: 'the link is the permission; the person chooses an organisation', ForwardInvitation: 'the link is the permission; whoever holds it has no account yet',
  InvitationLetters: 'what the page behind a link says',
  ChangePerson: 'the person’s in every organisation; a token belongs to one', OpenAccount: 'the link is the permission', RequestSignUp: 'before anybody is known',
  // the system's own acts: reactions of the worker
  SweepIdentity: 'system: housekeeping', SendIdentityMail: 'system: mail', SendMemberInvitation: 'system: mail', InviteSupplier: 'system: mail', NotifyRespondent: 'system: mail', LinkSupplier: 'system: reaction',
  LinkJoinedOrganization: 'system: reaction', SealResponse: 'system: sealing', ShareOrders: 'system: reaction', PrepareCertificate: 'system: issuing', SealCertificate: 'system: issuing', RenderCertificate: 'system: issuing',
  PrepareReplacement: 'system: reaction', PublishCertificateStatus: 'system: reaction', RenderSpecification: 'needs the worker’s browser',
  CountAnswers: 'system: reaction', PrintSpecification: 'system: printing', DueReminders: 'system: what goes out by itself',
};

/** Methods that only stand behind others. */
export const HELPERS_OF_QUERIES: Readonly<Record<string, string>> = {
  'AnsweringOverview.newestOpen': 'where a page leads after joining', 'RequestList.choices': 'a page’s drop-downs: listSupplierSites and listSpecifications tell the same', 'RequestsOverview.digest': 'a part of Home',
  'Statements.submitted': 'Statements.byId, for the signer’s page',
  'Members.actorFor': 'who is acting: a door’s own', 'Members.byIdentity': 'by an account, which is nobody’s to name', 'Statements.submitter': 'for a rule that compares persons; part of no answer',
};
