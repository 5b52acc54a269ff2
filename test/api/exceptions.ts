/** Verbs and queries that machines cannot call, each with its reason. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  // before and beside every organisation: a token belongs to one
  SignIn: 'a session’s', SignOut: 'a session’s', ChooseOrganization: 'a session’s; a token works for the one it was made for', ChangePassword: 'asks for the password; a person’s own, on a page',
  RequestPasswordReset: 'before anybody is known', ResetPassword: 'the link is the permission', StartStepUp: 'the second factor of a session', FinishStepUp: 'the second factor of a session',
  IssueAccessToken: 'only a person in a session: a token must not breed tokens',
  CreateOrganization: 'founding: nobody has a token yet', AcceptMemberInvitation: 'the link is the permission; nobody is a member yet', AcceptSupplierInvitation: 'the link is the permission; the person chooses an organisation',
  InvitationLetters: 'what the page behind a link says',
  ChangePerson: 'a person’s own, on a page', OpenAccount: 'the link is the permission', RequestSignUp: 'before anybody is known',
  // another way into an act that is here: a page’s part of a form, or a file instead of calls
  ChangeBasics: 'specification.change by a part of the editor; machines send parts with changeDraft', ChangeItems: 'as ChangeBasics', ArrangeItems: 'as ChangeBasics',
  PreviewWorkbook: 'a workbook is for people; machines answer with answerQuestion', ImportWorkbook: 'as PreviewWorkbook', AnswerBases: 'what a workbook was made from',
  PreviewSupplierImport: 'a ledger as a file is for people; machines call registerSupplierSite and changeSupplierSite', CommitSupplierImport: 'as PreviewSupplierImport',
  PreviewOrderImport: 'a ledger as a file is for people; machines call registerOrderLine, changeOrderDraft and placeOrder', CommitOrderImport: 'as PreviewOrderImport',
  // the system's own acts: reactions of the worker
  SweepIdentity: 'system: housekeeping', SendIdentityMail: 'system: mail', SendMemberInvitation: 'system: mail', InviteSupplier: 'system: mail', NotifyRespondent: 'system: mail', LinkSupplier: 'system: reaction',
  LinkJoinedOrganization: 'system: reaction', SealResponse: 'system: sealing', ShareOrders: 'system: reaction', PrepareCertificate: 'system: issuing', SealCertificate: 'system: issuing', RenderCertificate: 'system: issuing',
  PrepareReplacement: 'system: reaction', PublishCertificateStatus: 'system: reaction', RenderSpecification: 'needs the worker’s browser',
  CountAnswers: 'system: reaction', PrintSpecification: 'system: printing', DueReminders: 'system: what goes out by itself',
};

/** Methods that only stand behind others. */
export const HELPERS_OF_QUERIES: Readonly<Record<string, string>> = {
  'AnsweringOverview.newestOpen': 'where a page leads after joining', 'FirstSteps.of': 'advice on a first page', 'RequestList.choices': 'a page’s drop-downs', 'RequestsOverview.digest': 'a part of Home',
  'MembersList.onlyHolder': 'for a warning on a page', 'Statements.submitted': 'Statements.byId, for the signer’s page', 'Threads.ofLot': 'Threads.of for a lot’s page',
  'Members.actorFor': 'who is acting: a door’s own', 'Members.byIdentity': 'by an account, which is nobody’s to name', 'Statements.submitter': 'for a rule that compares persons; part of no answer',
};
