CREATE INDEX access_token_member ON identity.access_token USING btree (organization_id, member_id)
CREATE INDEX agreement_of_buyer ON app.agreement USING btree (buyer_organization_id, agreed_at DESC)
CREATE INDEX agreement_of_supplier ON app.agreement USING btree (supplier_organization_id, agreed_at DESC)
CREATE INDEX attestation_of_supplier ON app.attestation USING btree (supplier_organization_id, signed_at DESC)
CREATE INDEX audit_event_object ON app.audit_event USING btree (organization_id, object_kind, object_id, at)
CREATE INDEX audit_event_time ON app.audit_event USING btree (organization_id, at)
CREATE INDEX catalog_edition_owner ON app.catalog_edition USING btree (organization_id)
CREATE INDEX certificate_issued ON app.certificate USING btree (buyer_organization_id, issued_on DESC)
CREATE INDEX certificate_order_line ON app.certificate USING btree (order_line_id)
CREATE INDEX crosswalk_row_source ON app.crosswalk_row USING btree (source_edition_id, source_code)
CREATE INDEX crosswalk_row_target ON app.crosswalk_row USING btree (target_edition_id, target_code)
CREATE INDEX delivery_received ON app.delivery USING btree (buyer_organization_id, received_on)
CREATE INDEX event_identity ON identity.event USING btree (identity_id, at)
CREATE INDEX evidence_of_organization ON app.evidence USING btree (organization_id, uploaded_at DESC, id)
CREATE INDEX finding_of_response ON app.finding USING btree (response_id, found_at)
CREATE INDEX finding_of_statement ON app.finding USING btree (statement_id)
CREATE INDEX finding_reply_of_finding ON app.finding_reply USING btree (finding_id, replied_at)
CREATE INDEX idempotent_answer_age ON app.idempotent_answer USING btree (organization_id, kept_at)
CREATE INDEX import_preview_age ON app.import_preview USING btree (organization_id, created_at)
CREATE INDEX notification_newest ON app.notification USING btree (organization_id, member_id, created_at DESC)
CREATE INDEX object_grant_grantee ON app.object_grant USING btree (grantee_organization_id, object_kind)
CREATE INDEX one_time_token_email ON identity.one_time_token USING btree (email, kind)
CREATE INDEX order_line_agreement ON app.order_line USING btree (agreement_id) WHERE (agreement_id IS NOT NULL)
CREATE INDEX order_line_newest ON app.order_line USING btree (buyer_organization_id, ordered_on DESC, po_number, line_no)
CREATE INDEX order_line_site ON app.order_line USING btree (supplier_site_id)
CREATE INDEX order_line_supplier ON app.order_line USING btree (supplier_organization_id) WHERE (supplier_organization_id IS NOT NULL)
CREATE INDEX rate_limit_expire ON identity.rate_limit USING btree (expire)
CREATE INDEX rate_limit_expire ON verifier.rate_limit USING btree (expire)
CREATE INDEX request_acknowledgement_request ON app.request_acknowledgement USING btree (request_id)
CREATE INDEX request_bounce_open ON app.request_bounce USING btree (buyer_organization_id, request_id) WHERE (settled_at IS NULL)
CREATE INDEX request_facts_correction_request ON app.request_facts_correction USING btree (request_id)
CREATE INDEX request_talk_of_request ON app.request_talk USING btree (request_id, said_at)
CREATE INDEX response_assignment_of_response ON app.response_assignment USING btree (response_id)
CREATE INDEX response_of_request ON app.response USING btree (request_id)
CREATE INDEX response_of_supplier ON app.response USING btree (supplier_organization_id, started_at DESC)
CREATE INDEX response_statement_of_request ON app.response_statement USING btree (request_id, revision)
CREATE INDEX response_statement_of_response ON app.response_statement USING btree (response_id, revision)
CREATE INDEX review_of_statement ON app.review USING btree (statement_id, requirement_key, reviewed_at DESC)
CREATE INDEX seal_of_object ON app.seal USING btree (object_kind, object_id)
CREATE INDEX security_request_newest ON app.security_request USING btree (buyer_organization_id, sent_at DESC, id DESC)
CREATE INDEX security_request_site ON app.security_request USING btree (supplier_site_id)
CREATE INDEX security_request_supplier ON app.security_request USING btree (supplier_organization_id)
CREATE INDEX session_expiry ON identity.session USING btree (absolute_expires_at)
CREATE INDEX session_identity ON identity.session USING btree (identity_id, organization_id)
CREATE INDEX step_up_challenge_identity ON identity.step_up_challenge USING btree (identity_id, created_at)
CREATE INDEX step_up_challenge_session ON identity.step_up_challenge USING btree (sid_hash)
CREATE TRIGGER inspection_file_frozen BEFORE INSERT OR UPDATE ON app.inspection_file FOR EACH ROW EXECUTE FUNCTION app.inspection_result_frozen()
CREATE TRIGGER inspection_result_frozen BEFORE INSERT OR UPDATE ON app.inspection_result FOR EACH ROW EXECUTE FUNCTION app.inspection_result_frozen()
CREATE TRIGGER inspection_return_open BEFORE INSERT ON app.inspection_return FOR EACH ROW EXECUTE FUNCTION app.inspection_return_open()
CREATE TRIGGER inspection_round_kept BEFORE UPDATE OF round ON app.inspection FOR EACH ROW WHEN ((new.round IS DISTINCT FROM old.round)) EXECUTE FUNCTION app.inspection_round_kept()
CREATE TRIGGER inspection_separation BEFORE INSERT ON app.inspection_sign_off FOR EACH ROW EXECUTE FUNCTION app.inspection_separation()
CREATE TRIGGER inspection_sign_off_in_round BEFORE INSERT ON app.inspection_sign_off FOR EACH ROW EXECUTE FUNCTION app.inspection_in_round()
CREATE TRIGGER inspection_statement_in_round BEFORE INSERT ON app.inspection_statement FOR EACH ROW EXECUTE FUNCTION app.inspection_in_round()
CREATE TRIGGER order_line_frozen BEFORE UPDATE ON app.order_line FOR EACH ROW EXECUTE FUNCTION app.order_line_frozen()
CREATE TRIGGER security_request_keeps_supplier BEFORE UPDATE OF supplier_organization_id ON app.security_request FOR EACH ROW WHEN (((old.supplier_organization_id IS NOT NULL) AND (new.supplier_organization_id IS DISTINCT FROM old.supplier_organization_id))) EXECUTE FUNCTION app.security_request_keeps_supplier()
CREATE TRIGGER supplier_site_joins_once BEFORE UPDATE OF joined_organization_id ON app.supplier_site FOR EACH ROW WHEN (((old.joined_organization_id IS NOT NULL) AND (new.joined_organization_id IS DISTINCT FROM old.joined_organization_id))) EXECUTE FUNCTION app.supplier_site_joins_once()
CREATE UNIQUE INDEX access_token_pkey ON identity.access_token USING btree (id)
CREATE UNIQUE INDEX access_token_token_hash_key ON identity.access_token USING btree (token_hash)
CREATE UNIQUE INDEX agreement_id_buyer_organization_id_key ON app.agreement USING btree (id, buyer_organization_id)
CREATE UNIQUE INDEX agreement_id_buyer_organization_id_supplier_organization_id_key ON app.agreement USING btree (id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX agreement_pkey ON app.agreement USING btree (id)
CREATE UNIQUE INDEX agreement_request_id_key ON app.agreement USING btree (request_id)
CREATE UNIQUE INDEX agreement_statement_id_key ON app.agreement USING btree (statement_id)
CREATE UNIQUE INDEX answer_buyer_organization_id_response_id_requirement_key_su_key ON app.answer USING btree (buyer_organization_id, response_id, requirement_key, supplier_organization_id)
CREATE UNIQUE INDEX answer_evidence_pkey ON app.answer_evidence USING btree (buyer_organization_id, response_id, requirement_key, evidence_id)
CREATE UNIQUE INDEX answer_pkey ON app.answer USING btree (buyer_organization_id, response_id, requirement_key)
CREATE UNIQUE INDEX answer_revision_pkey ON app.answer_revision USING btree (buyer_organization_id, response_id, requirement_key, version)
CREATE UNIQUE INDEX attestation_pkey ON app.attestation USING btree (id)
CREATE UNIQUE INDEX attestation_statement_id_key ON app.attestation USING btree (statement_id)
CREATE UNIQUE INDEX audit_event_id_organization_id_key ON app.audit_event USING btree (id, organization_id)
CREATE UNIQUE INDEX audit_event_pkey ON app.audit_event USING btree (id)
CREATE UNIQUE INDEX catalog_edition_catalog_id_edition_key ON app.catalog_edition USING btree (catalog_id, edition)
CREATE UNIQUE INDEX catalog_edition_id_organization_id_key ON app.catalog_edition USING btree (id, organization_id)
CREATE UNIQUE INDEX catalog_edition_pkey ON app.catalog_edition USING btree (id)
CREATE UNIQUE INDEX catalog_id_organization_id_key ON app.catalog USING btree (id, organization_id)
CREATE UNIQUE INDEX catalog_organization_id_key_key ON app.catalog USING btree (organization_id, key) NULLS NOT DISTINCT
CREATE UNIQUE INDEX catalog_pkey ON app.catalog USING btree (id)
CREATE UNIQUE INDEX certificate_buyer_organization_id_year_sequence_key ON app.certificate USING btree (buyer_organization_id, year, sequence)
CREATE UNIQUE INDEX certificate_code_key ON app.certificate USING btree (code)
CREATE UNIQUE INDEX certificate_code_sha256_key ON published.certificate USING btree (code_sha256)
CREATE UNIQUE INDEX certificate_file_pkey ON app.certificate_file USING btree (certificate_id)
CREATE UNIQUE INDEX certificate_id_buyer_organization_id_key ON app.certificate USING btree (id, buyer_organization_id)
CREATE UNIQUE INDEX certificate_id_inspection_id_key ON app.certificate USING btree (id, inspection_id)
CREATE UNIQUE INDEX certificate_number_key ON app.certificate USING btree (number)
CREATE UNIQUE INDEX certificate_number_pkey ON app.certificate_number USING btree (organization_id, year)
CREATE UNIQUE INDEX certificate_once_per_inspection ON app.certificate USING btree (inspection_id) WHERE (replaces_id IS NULL)
CREATE UNIQUE INDEX certificate_pdf_sha256_key ON published.certificate USING btree (pdf_sha256)
CREATE UNIQUE INDEX certificate_pkey ON app.certificate USING btree (id)
CREATE UNIQUE INDEX certificate_pkey ON published.certificate USING btree (number)
CREATE UNIQUE INDEX certificate_replaces_id_key ON app.certificate USING btree (replaces_id)
CREATE UNIQUE INDEX certificate_revocation_pkey ON app.certificate_revocation USING btree (certificate_id)
CREATE UNIQUE INDEX certificate_statement_sha256_key ON published.certificate USING btree (statement_sha256)
CREATE UNIQUE INDEX certificate_supersession_pkey ON app.certificate_supersession USING btree (certificate_id)
CREATE UNIQUE INDEX crosswalk_id_organization_id_key ON app.crosswalk USING btree (id, organization_id)
CREATE UNIQUE INDEX crosswalk_organization_id_key_edition_key ON app.crosswalk USING btree (organization_id, key, edition) NULLS NOT DISTINCT
CREATE UNIQUE INDEX crosswalk_pkey ON app.crosswalk USING btree (id)
CREATE UNIQUE INDEX crosswalk_row_pkey ON app.crosswalk_row USING btree (crosswalk_id, "position")
CREATE UNIQUE INDEX delivery_announcement_id_buyer_organization_id_order_line_i_key ON app.delivery_announcement USING btree (id, buyer_organization_id, order_line_id)
CREATE UNIQUE INDEX delivery_announcement_order_line_id_note_number_key ON app.delivery_announcement USING btree (order_line_id, note_number)
CREATE UNIQUE INDEX delivery_announcement_pkey ON app.delivery_announcement USING btree (id)
CREATE UNIQUE INDEX delivery_document_pkey ON app.delivery_document USING btree (delivery_id, evidence_id)
CREATE UNIQUE INDEX delivery_id_buyer_organization_id_key ON app.delivery USING btree (id, buyer_organization_id)
CREATE UNIQUE INDEX delivery_id_buyer_organization_id_order_line_id_key ON app.delivery USING btree (id, buyer_organization_id, order_line_id)
CREATE UNIQUE INDEX delivery_id_buyer_organization_id_supplier_organization_id_key ON app.delivery USING btree (id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX delivery_note_once ON app.delivery USING btree (order_line_id, note_number) WHERE (returned_at IS NULL)
CREATE UNIQUE INDEX delivery_order_line_id_installment_no_key ON app.delivery USING btree (order_line_id, installment_no)
CREATE UNIQUE INDEX delivery_pkey ON app.delivery USING btree (id)
CREATE UNIQUE INDEX event_pkey ON identity.event USING btree (id)
CREATE UNIQUE INDEX evidence_id_organization_id_key ON app.evidence USING btree (id, organization_id)
CREATE UNIQUE INDEX evidence_pkey ON app.evidence USING btree (id)
CREATE UNIQUE INDEX finding_id_buyer_organization_id_supplier_organization_id_key ON app.finding USING btree (id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX finding_pkey ON app.finding USING btree (id)
CREATE UNIQUE INDEX finding_reply_pkey ON app.finding_reply USING btree (id)
CREATE UNIQUE INDEX idempotent_answer_pkey ON app.idempotent_answer USING btree (organization_id, member_id, key)
CREATE UNIQUE INDEX identity_email ON identity.identity USING btree (lower(email))
CREATE UNIQUE INDEX identity_pkey ON identity.identity USING btree (id)
CREATE UNIQUE INDEX import_preview_pkey ON app.import_preview USING btree (id)
CREATE UNIQUE INDEX inspection_delivery_id_key ON app.inspection USING btree (delivery_id)
CREATE UNIQUE INDEX inspection_file_pkey ON app.inspection_file USING btree (inspection_id, item_key, evidence_id)
CREATE UNIQUE INDEX inspection_id_buyer_organization_id_key ON app.inspection USING btree (id, buyer_organization_id)
CREATE UNIQUE INDEX inspection_id_buyer_organization_id_order_line_id_key ON app.inspection USING btree (id, buyer_organization_id, order_line_id)
CREATE UNIQUE INDEX inspection_pkey ON app.inspection USING btree (id)
CREATE UNIQUE INDEX inspection_recorder_pkey ON app.inspection_recorder USING btree (inspection_id, person_key, member_id)
CREATE UNIQUE INDEX inspection_result_pkey ON app.inspection_result USING btree (inspection_id, item_key)
CREATE UNIQUE INDEX inspection_return_pkey ON app.inspection_return USING btree (inspection_id, round)
CREATE UNIQUE INDEX inspection_sign_off_pkey ON app.inspection_sign_off USING btree (inspection_id, round, step)
CREATE UNIQUE INDEX inspection_statement_inspection_id_buyer_organization_id_ro_key ON app.inspection_statement USING btree (inspection_id, buyer_organization_id, round, sha256)
CREATE UNIQUE INDEX inspection_statement_inspection_id_buyer_organization_id_sh_key ON app.inspection_statement USING btree (inspection_id, buyer_organization_id, sha256)
CREATE UNIQUE INDEX inspection_statement_inspection_id_sha256_key ON app.inspection_statement USING btree (inspection_id, sha256)
CREATE UNIQUE INDEX inspection_statement_pkey ON app.inspection_statement USING btree (inspection_id, round)
CREATE UNIQUE INDEX installation_key_one_live ON app.installation_key USING btree (kind) WHERE (retired_at IS NULL)
CREATE UNIQUE INDEX installation_key_pkey ON app.installation_key USING btree (id)
CREATE UNIQUE INDEX ledger_entry_chain ON app.ledger_entry USING btree (chain_id, sequence)
CREATE UNIQUE INDEX ledger_entry_pkey ON app.ledger_entry USING btree (buyer_organization_id, chain_id, sequence)
CREATE UNIQUE INDEX mail_sent_pkey ON app.mail_sent USING btree (organization_id, event_id, reaction, recipient)
CREATE UNIQUE INDEX member_invitation_open ON app.member_invitation USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL))
CREATE UNIQUE INDEX member_invitation_pkey ON app.member_invitation USING btree (id)
CREATE UNIQUE INDEX member_organization_id_id_key ON app.member USING btree (organization_id, id)
CREATE UNIQUE INDEX member_organization_id_identity_id_key ON app.member USING btree (organization_id, identity_id)
CREATE UNIQUE INDEX member_organization_id_person_key_key ON app.member USING btree (organization_id, person_key)
CREATE UNIQUE INDEX member_pkey ON app.member USING btree (id)
CREATE UNIQUE INDEX membership_member_id_key ON identity.membership USING btree (member_id)
CREATE UNIQUE INDEX membership_pkey ON identity.membership USING btree (identity_id, organization_id)
CREATE UNIQUE INDEX nonconformity_inspection_id_round_item_key_key ON app.nonconformity USING btree (inspection_id, round, item_key)
CREATE UNIQUE INDEX nonconformity_pkey ON app.nonconformity USING btree (id)
CREATE UNIQUE INDEX notification_choice_pkey ON app.notification_choice USING btree (organization_id, member_id, kind)
CREATE UNIQUE INDEX notification_digest_pkey ON app.notification_digest USING btree (organization_id, member_id, day)
CREATE UNIQUE INDEX notification_organization_id_member_id_kind_source_event_id_key ON app.notification USING btree (organization_id, member_id, kind, source_event_id)
CREATE UNIQUE INDEX notification_pkey ON app.notification USING btree (id)
CREATE UNIQUE INDEX object_grant_pkey ON app.object_grant USING btree (owner_organization_id, object_kind, object_id, grantee_organization_id)
CREATE UNIQUE INDEX one_time_token_pkey ON identity.one_time_token USING btree (id)
CREATE UNIQUE INDEX one_time_token_token_hash_key ON identity.one_time_token USING btree (token_hash)
CREATE UNIQUE INDEX order_line_buyer_organization_id_po_number_line_no_key ON app.order_line USING btree (buyer_organization_id, po_number, line_no)
CREATE UNIQUE INDEX order_line_id_buyer_organization_id_key ON app.order_line USING btree (id, buyer_organization_id)
CREATE UNIQUE INDEX order_line_id_buyer_organization_id_supplier_organization_i_key ON app.order_line USING btree (id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX order_line_pkey ON app.order_line USING btree (id)
CREATE UNIQUE INDEX organization_certificate_prefix_key ON app.organization USING btree (certificate_prefix)
CREATE UNIQUE INDEX organization_key_one_live ON app.organization_key USING btree (organization_id, kind) WHERE (retired_at IS NULL)
CREATE UNIQUE INDEX organization_key_pkey ON app.organization_key USING btree (id)
CREATE UNIQUE INDEX organization_pkey ON app.organization USING btree (id)
CREATE UNIQUE INDEX password_reset_request_pkey ON identity.password_reset_request USING btree (id)
CREATE UNIQUE INDEX rate_limit_pkey ON identity.rate_limit USING btree (key)
CREATE UNIQUE INDEX rate_limit_pkey ON verifier.rate_limit USING btree (key)
CREATE UNIQUE INDEX reaction_done_pkey ON app.reaction_done USING btree (event_id, reaction)
CREATE UNIQUE INDEX request_acknowledgement_pkey ON app.request_acknowledgement USING btree (buyer_organization_id, request_id)
CREATE UNIQUE INDEX request_bounce_pkey ON app.request_bounce USING btree (id)
CREATE UNIQUE INDEX request_bounce_request_id_address_event_id_key ON app.request_bounce USING btree (request_id, address, event_id)
CREATE UNIQUE INDEX request_facts_correction_pkey ON app.request_facts_correction USING btree (id)
CREATE UNIQUE INDEX request_recipient_once ON app.request_recipient USING btree (request_id, email) WHERE (replaced_at IS NULL)
CREATE UNIQUE INDEX request_recipient_pkey ON app.request_recipient USING btree (id)
CREATE UNIQUE INDEX request_reminder_buyer_organization_id_request_id_reminded__key ON app.request_reminder USING btree (buyer_organization_id, request_id, reminded_on)
CREATE UNIQUE INDEX request_reminder_once ON app.request_reminder USING btree (request_id, kind, due_on) WHERE (kind <> 'by_hand'::text)
CREATE UNIQUE INDEX request_reminder_pkey ON app.request_reminder USING btree (id)
CREATE UNIQUE INDEX request_settings_pkey ON app.request_settings USING btree (organization_id)
CREATE UNIQUE INDEX request_talk_pkey ON app.request_talk USING btree (id)
CREATE UNIQUE INDEX response_assignment_pkey ON app.response_assignment USING btree (buyer_organization_id, id)
CREATE UNIQUE INDEX response_buyer_organization_id_request_id_key ON app.response USING btree (buyer_organization_id, request_id)
CREATE UNIQUE INDEX response_id_buyer_organization_id_supplier_organization_id_key ON app.response USING btree (id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX response_pkey ON app.response USING btree (buyer_organization_id, id)
CREATE UNIQUE INDEX response_progress_pkey ON app.response_progress USING btree (buyer_organization_id, response_id)
CREATE UNIQUE INDEX response_progress_request_id_key ON app.response_progress USING btree (request_id)
CREATE UNIQUE INDEX response_release_pkey ON app.response_release USING btree (statement_id)
CREATE UNIQUE INDEX response_release_statement_id_buyer_organization_id_supplie_key ON app.response_release USING btree (statement_id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX response_return_id_buyer_organization_id_supplier_organizat_key ON app.response_return USING btree (id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX response_return_pkey ON app.response_return USING btree (id)
CREATE UNIQUE INDEX response_return_statement_id_key ON app.response_return USING btree (statement_id)
CREATE UNIQUE INDEX response_statement_buyer_organization_id_response_id_revisi_key ON app.response_statement USING btree (buyer_organization_id, response_id, revision)
CREATE UNIQUE INDEX response_statement_id_buyer_organization_id_key ON app.response_statement USING btree (id, buyer_organization_id)
CREATE UNIQUE INDEX response_statement_id_buyer_organization_id_supplier_organi_key ON app.response_statement USING btree (id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX response_statement_pkey ON app.response_statement USING btree (id)
CREATE UNIQUE INDEX response_statement_proxy_revision ON app.response_statement USING btree (request_id, revision) WHERE (proxy_evidence_id IS NOT NULL)
CREATE UNIQUE INDEX response_withdrawal_pkey ON app.response_withdrawal USING btree (statement_id)
CREATE UNIQUE INDEX review_pkey ON app.review USING btree (id)
CREATE UNIQUE INDEX seal_organization_id_object_kind_object_id_key ON app.seal USING btree (organization_id, object_kind, object_id)
CREATE UNIQUE INDEX seal_pkey ON app.seal USING btree (id)
CREATE UNIQUE INDEX security_request_buyer_organization_id_number_key ON app.security_request USING btree (buyer_organization_id, number)
CREATE UNIQUE INDEX security_request_buyer_organization_id_number_year_number_s_key ON app.security_request USING btree (buyer_organization_id, number_year, number_sequence)
CREATE UNIQUE INDEX security_request_buyer_organization_id_sending_id_own_site__key ON app.security_request USING btree (buyer_organization_id, sending_id, own_site_id)
CREATE UNIQUE INDEX security_request_buyer_organization_id_sending_id_supplier__key ON app.security_request USING btree (buyer_organization_id, sending_id, supplier_site_id)
CREATE UNIQUE INDEX security_request_id_buyer_organization_id_key ON app.security_request USING btree (id, buyer_organization_id)
CREATE UNIQUE INDEX security_request_id_buyer_organization_id_supplier_organiza_key ON app.security_request USING btree (id, buyer_organization_id, supplier_organization_id)
CREATE UNIQUE INDEX security_request_pkey ON app.security_request USING btree (id)
CREATE UNIQUE INDEX session_pkey ON identity.session USING btree (sid_hash)
CREATE UNIQUE INDEX sign_in_attempt_pkey ON identity.sign_in_attempt USING btree (subject, key_hash)
CREATE UNIQUE INDEX sign_up_request_pkey ON identity.sign_up_request USING btree (id)
CREATE UNIQUE INDEX site_organization_id_id_key ON app.site USING btree (organization_id, id)
CREATE UNIQUE INDEX site_organization_id_name_key ON app.site USING btree (organization_id, name)
CREATE UNIQUE INDEX site_pkey ON app.site USING btree (id)
CREATE UNIQUE INDEX specification_edition_id_organization_id_sha256_key ON app.specification_edition USING btree (id, organization_id, sha256)
CREATE UNIQUE INDEX specification_edition_pkey ON app.specification_edition USING btree (id)
CREATE UNIQUE INDEX specification_edition_specification_id_edition_key ON app.specification_edition USING btree (specification_id, edition)
CREATE UNIQUE INDEX specification_file_pkey ON app.specification_file USING btree (edition_id)
CREATE UNIQUE INDEX specification_id_organization_id_key ON app.specification USING btree (id, organization_id)
CREATE UNIQUE INDEX specification_organization_id_number_key ON app.specification USING btree (organization_id, number)
CREATE UNIQUE INDEX specification_organization_id_number_year_number_sequence_key ON app.specification USING btree (organization_id, number_year, number_sequence)
CREATE UNIQUE INDEX specification_pkey ON app.specification USING btree (id)
CREATE UNIQUE INDEX step_up_challenge_pkey ON identity.step_up_challenge USING btree (id)
CREATE UNIQUE INDEX step_up_grant_pkey ON identity.step_up_grant USING btree (sid_hash)
CREATE UNIQUE INDEX supplier_acceptance_pkey ON app.supplier_acceptance USING btree (id)
CREATE UNIQUE INDEX supplier_acceptance_token_id_key ON app.supplier_acceptance USING btree (token_id)
CREATE UNIQUE INDEX supplier_site_id_organization_id_key ON app.supplier_site USING btree (id, organization_id)
CREATE UNIQUE INDEX supplier_site_organization_id_counterparty_code_factory_nam_key ON app.supplier_site USING btree (organization_id, counterparty_code, factory_name)
CREATE UNIQUE INDEX supplier_site_pkey ON app.supplier_site USING btree (id)
CREATE UNIQUE INDEX trust_anchor_pkey ON published.trust_anchor USING btree (sha256)
constraint access_token_check on identity.access_token: CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '366 days'::interval))))
constraint access_token_identity_id_fkey on identity.access_token: FOREIGN KEY (identity_id) REFERENCES identity.identity(id) ON DELETE RESTRICT
constraint access_token_identity_id_organization_id_fkey on identity.access_token: FOREIGN KEY (identity_id, organization_id) REFERENCES identity.membership(identity_id, organization_id) ON DELETE RESTRICT
constraint access_token_name_check on identity.access_token: CHECK (((name <> ''::text) AND (length(name) <= 100)))
constraint access_token_pkey on identity.access_token: PRIMARY KEY (id)
constraint access_token_scopes_check on identity.access_token: CHECK (((scopes <@ ARRAY['read'::text, 'write'::text]) AND (cardinality(scopes) > 0)))
constraint access_token_token_hash_check on identity.access_token: CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
constraint access_token_token_hash_key on identity.access_token: UNIQUE (token_hash)
constraint agreement_check on app.agreement: CHECK ((sha256 = encode(sha256(convert_to(canonical, 'UTF8'::name)), 'hex'::text)))
constraint agreement_check1 on app.agreement: CHECK ((document = (canonical)::jsonb))
constraint agreement_id_buyer_organization_id_key on app.agreement: UNIQUE (id, buyer_organization_id)
constraint agreement_id_buyer_organization_id_supplier_organization_id_key on app.agreement: UNIQUE (id, buyer_organization_id, supplier_organization_id)
constraint agreement_pkey on app.agreement: PRIMARY KEY (id)
constraint agreement_request_id_buyer_organization_id_supplier_organi_fkey on app.agreement: FOREIGN KEY (request_id, buyer_organization_id, supplier_organization_id) REFERENCES app.security_request(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint agreement_request_id_key on app.agreement: UNIQUE (request_id)
constraint agreement_request_of_buyer on app.agreement: FOREIGN KEY (request_id, buyer_organization_id) REFERENCES app.security_request(id, buyer_organization_id) ON DELETE RESTRICT
constraint agreement_statement_id_buyer_organization_id_supplier_orga_fkey on app.agreement: FOREIGN KEY (statement_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response_release(statement_id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint agreement_statement_id_key on app.agreement: UNIQUE (statement_id)
constraint agreement_statement_of_buyer on app.agreement: FOREIGN KEY (statement_id, buyer_organization_id) REFERENCES app.response_statement(id, buyer_organization_id) ON DELETE RESTRICT
constraint answer_buyer_organization_id_response_id_requirement_key_su_key on app.answer: UNIQUE (buyer_organization_id, response_id, requirement_key, supplier_organization_id)
constraint answer_check on app.answer: CHECK (((value IS NOT NULL) = ((kind IS NOT NULL) AND (kind = ANY (ARRAY['level'::text, 'choice'::text])))))
constraint answer_check1 on app.answer: CHECK (((value IS NULL) OR (value = ANY (allowed))))
constraint answer_check2 on app.answer: CHECK (((reason IS NULL) OR (kind = 'not_applicable'::text)))
constraint answer_check3 on app.answer: CHECK (((compensating_measure IS NULL) OR accepts_compensation))
constraint answer_evidence_buyer_organization_id_response_id_requirem_fkey on app.answer_evidence: FOREIGN KEY (buyer_organization_id, response_id, requirement_key, supplier_organization_id) REFERENCES app.answer(buyer_organization_id, response_id, requirement_key, supplier_organization_id) ON DELETE RESTRICT
constraint answer_evidence_evidence_id_supplier_organization_id_fkey on app.answer_evidence: FOREIGN KEY (evidence_id, supplier_organization_id) REFERENCES app.evidence(id, organization_id) ON DELETE RESTRICT
constraint answer_evidence_pkey on app.answer_evidence: PRIMARY KEY (buyer_organization_id, response_id, requirement_key, evidence_id)
constraint answer_kind_check on app.answer: CHECK ((kind = ANY (ARRAY['level'::text, 'choice'::text, 'not_applicable'::text, 'unknown'::text])))
constraint answer_pkey on app.answer: PRIMARY KEY (buyer_organization_id, response_id, requirement_key)
constraint answer_response_id_buyer_organization_id_supplier_organiza_fkey on app.answer: FOREIGN KEY (response_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint answer_revision_buyer_organization_id_response_id_requirem_fkey on app.answer_revision: FOREIGN KEY (buyer_organization_id, response_id, requirement_key, supplier_organization_id) REFERENCES app.answer(buyer_organization_id, response_id, requirement_key, supplier_organization_id) ON DELETE RESTRICT
constraint answer_revision_pkey on app.answer_revision: PRIMARY KEY (buyer_organization_id, response_id, requirement_key, version)
constraint answer_revision_version_check on app.answer_revision: CHECK ((version > 0))
constraint attestation_digest_check on app.attestation: CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint attestation_method_check on app.attestation: CHECK ((method = ANY (ARRAY['passkey'::text, 'password_totp'::text, 'password_mail_code'::text])))
constraint attestation_pkey on app.attestation: PRIMARY KEY (id)
constraint attestation_statement_id_buyer_organization_id_supplier_or_fkey on app.attestation: FOREIGN KEY (statement_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response_statement(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint attestation_statement_id_key on app.attestation: UNIQUE (statement_id)
constraint attestation_statement_kind_check on app.attestation: CHECK ((statement_kind = 'response_statement'::text))
constraint audit_event_id_organization_id_key on app.audit_event: UNIQUE (id, organization_id)
constraint audit_event_pkey on app.audit_event: PRIMARY KEY (id)
constraint audit_event_via_check on app.audit_event: CHECK ((via = ANY (ARRAY['session'::text, 'token'::text, 'system'::text])))
constraint catalog_edition_catalog_id_edition_key on app.catalog_edition: UNIQUE (catalog_id, edition)
constraint catalog_edition_catalog_id_fkey on app.catalog_edition: FOREIGN KEY (catalog_id) REFERENCES app.catalog(id) ON DELETE RESTRICT
constraint catalog_edition_catalog_id_organization_id_fkey on app.catalog_edition: FOREIGN KEY (catalog_id, organization_id) REFERENCES app.catalog(id, organization_id) ON DELETE RESTRICT
constraint catalog_edition_check on app.catalog_edition: CHECK ((((document ->> 'key'::text) = key) AND ((document ->> 'edition'::text) = edition) AND ((document ->> 'status'::text) = status)))
constraint catalog_edition_id_organization_id_key on app.catalog_edition: UNIQUE (id, organization_id)
constraint catalog_edition_pkey on app.catalog_edition: PRIMARY KEY (id)
constraint catalog_edition_sha256_check on app.catalog_edition: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint catalog_edition_status_check on app.catalog_edition: CHECK ((status = ANY (ARRAY['draft'::text, 'public_comment'::text, 'final'::text])))
constraint catalog_id_organization_id_key on app.catalog: UNIQUE (id, organization_id)
constraint catalog_key_check on app.catalog: CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
constraint catalog_organization_id_fkey on app.catalog: FOREIGN KEY (organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint catalog_organization_id_key_key on app.catalog: UNIQUE NULLS NOT DISTINCT (organization_id, key)
constraint catalog_pkey on app.catalog: PRIMARY KEY (id)
constraint certificate_acts_check on app.certificate: CHECK ((jsonb_array_length(acts) = 3))
constraint certificate_buyer_organization_id_year_sequence_key on app.certificate: UNIQUE (buyer_organization_id, year, sequence)
constraint certificate_check on app.certificate: CHECK ((encode(sha256(convert_to(canonical, 'UTF8'::name)), 'hex'::text) = sha256))
constraint certificate_check1 on app.certificate: CHECK (((signing_at IS NOT NULL) OR (sealed_at IS NULL)))
constraint certificate_check2 on app.certificate: CHECK (((sealed_at IS NOT NULL) OR (issued_at IS NULL)))
constraint certificate_code_check on app.certificate: CHECK ((code ~ '^[A-Z2-7]{26}$'::text))
constraint certificate_code_key on app.certificate: UNIQUE (code)
constraint certificate_code_sha256_check on published.certificate: CHECK ((code_sha256 ~ '^[0-9a-f]{64}$'::text))
constraint certificate_code_sha256_key on published.certificate: UNIQUE (code_sha256)
constraint certificate_file_byte_size_check on app.certificate_file: CHECK ((byte_size > 0))
constraint certificate_file_certificate_id_buyer_organization_id_fkey on app.certificate_file: FOREIGN KEY (certificate_id, buyer_organization_id) REFERENCES app.certificate(id, buyer_organization_id) ON DELETE RESTRICT
constraint certificate_file_pkey on app.certificate_file: PRIMARY KEY (certificate_id)
constraint certificate_file_sha256_check on app.certificate_file: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint certificate_id_buyer_organization_id_key on app.certificate: UNIQUE (id, buyer_organization_id)
constraint certificate_id_inspection_id_key on app.certificate: UNIQUE (id, inspection_id)
constraint certificate_inspection_id_buyer_organization_id_order_line_fkey on app.certificate: FOREIGN KEY (inspection_id, buyer_organization_id, order_line_id) REFERENCES app.inspection(id, buyer_organization_id, order_line_id) ON DELETE RESTRICT
constraint certificate_number_key on app.certificate: UNIQUE (number)
constraint certificate_number_last_check on app.certificate_number: CHECK ((last > 0))
constraint certificate_number_pkey on app.certificate_number: PRIMARY KEY (organization_id, year)
constraint certificate_order_line_id_buyer_organization_id_supplier_o_fkey on app.certificate: FOREIGN KEY (order_line_id, buyer_organization_id, supplier_organization_id) REFERENCES app.order_line(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint certificate_pdf_sha256_check on published.certificate: CHECK ((pdf_sha256 ~ '^[0-9a-f]{64}$'::text))
constraint certificate_pdf_sha256_key on published.certificate: UNIQUE (pdf_sha256)
constraint certificate_pkey on app.certificate: PRIMARY KEY (id)
constraint certificate_pkey on published.certificate: PRIMARY KEY (number)
constraint certificate_replaced_by_fkey on published.certificate: FOREIGN KEY (replaced_by) REFERENCES published.certificate(number) ON DELETE RESTRICT
constraint certificate_replaces_id_inspection_id_fkey on app.certificate: FOREIGN KEY (replaces_id, inspection_id) REFERENCES app.certificate(id, inspection_id) ON DELETE RESTRICT
constraint certificate_replaces_id_key on app.certificate: UNIQUE (replaces_id)
constraint certificate_revocation_certificate_id_buyer_organization_i_fkey on app.certificate_revocation: FOREIGN KEY (certificate_id, buyer_organization_id) REFERENCES app.certificate(id, buyer_organization_id) ON DELETE RESTRICT
constraint certificate_revocation_method_check on app.certificate_revocation: CHECK ((method = ANY (ARRAY['passkey'::text, 'password_totp'::text, 'password_mail_code'::text])))
constraint certificate_revocation_pkey on app.certificate_revocation: PRIMARY KEY (certificate_id)
constraint certificate_revocation_reason_check on app.certificate_revocation: CHECK ((reason <> ''::text))
constraint certificate_revocation_reason_kind_check on app.certificate_revocation: CHECK ((reason_kind = ANY (ARRAY['defect_found'::text, 'issued_in_error'::text, 'fraud'::text, 'other'::text])))
constraint certificate_sha256_check on app.certificate: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint certificate_statement_sha256_check on published.certificate: CHECK ((statement_sha256 ~ '^[0-9a-f]{64}$'::text))
constraint certificate_statement_sha256_key on published.certificate: UNIQUE (statement_sha256)
constraint certificate_status_check on published.certificate: CHECK ((status = ANY (ARRAY['issued'::text, 'superseded'::text, 'revoked'::text])))
constraint certificate_supersession_certificate_id_buyer_organization_fkey on app.certificate_supersession: FOREIGN KEY (certificate_id, buyer_organization_id) REFERENCES app.certificate(id, buyer_organization_id) ON DELETE RESTRICT
constraint certificate_supersession_method_check on app.certificate_supersession: CHECK ((method = ANY (ARRAY['passkey'::text, 'password_totp'::text, 'password_mail_code'::text])))
constraint certificate_supersession_pkey on app.certificate_supersession: PRIMARY KEY (certificate_id)
constraint certificate_supersession_reason_check on app.certificate_supersession: CHECK ((reason <> ''::text))
constraint crosswalk_check on app.crosswalk: CHECK ((((document ->> 'key'::text) = key) AND ((document ->> 'edition'::text) = edition) AND ((document ->> 'status'::text) = status)))
constraint crosswalk_id_organization_id_key on app.crosswalk: UNIQUE (id, organization_id)
constraint crosswalk_organization_id_fkey on app.crosswalk: FOREIGN KEY (organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint crosswalk_organization_id_key_edition_key on app.crosswalk: UNIQUE NULLS NOT DISTINCT (organization_id, key, edition)
constraint crosswalk_pkey on app.crosswalk: PRIMARY KEY (id)
constraint crosswalk_row_check on app.crosswalk_row: CHECK (((relation = 'none'::text) = (target_code IS NULL)))
constraint crosswalk_row_crosswalk_id_fkey on app.crosswalk_row: FOREIGN KEY (crosswalk_id) REFERENCES app.crosswalk(id) ON DELETE RESTRICT
constraint crosswalk_row_crosswalk_id_organization_id_fkey on app.crosswalk_row: FOREIGN KEY (crosswalk_id, organization_id) REFERENCES app.crosswalk(id, organization_id) ON DELETE RESTRICT
constraint crosswalk_row_pkey on app.crosswalk_row: PRIMARY KEY (crosswalk_id, "position")
constraint crosswalk_row_position_check on app.crosswalk_row: CHECK (("position" > 0))
constraint crosswalk_row_provenance_check on app.crosswalk_row: CHECK ((provenance = ANY (ARRAY['explicit'::text, 'official'::text, 'inferred'::text])))
constraint crosswalk_row_relation_check on app.crosswalk_row: CHECK ((relation = ANY (ARRAY['equal'::text, 'subset_of'::text, 'superset_of'::text, 'intersects'::text, 'none'::text])))
constraint crosswalk_row_source_edition_id_fkey on app.crosswalk_row: FOREIGN KEY (source_edition_id) REFERENCES app.catalog_edition(id) ON DELETE RESTRICT
constraint crosswalk_row_target_edition_id_fkey on app.crosswalk_row: FOREIGN KEY (target_edition_id) REFERENCES app.catalog_edition(id) ON DELETE RESTRICT
constraint crosswalk_sha256_check on app.crosswalk: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint crosswalk_status_check on app.crosswalk: CHECK ((status = ANY (ARRAY['draft'::text, 'public_comment'::text, 'final'::text])))
constraint delivery_announcement_id_buyer_organization_id_order_line__fkey on app.delivery: FOREIGN KEY (announcement_id, buyer_organization_id, order_line_id) REFERENCES app.delivery_announcement(id, buyer_organization_id, order_line_id) ON DELETE RESTRICT
constraint delivery_announcement_id_buyer_organization_id_order_line_i_key on app.delivery_announcement: UNIQUE (id, buyer_organization_id, order_line_id)
constraint delivery_announcement_installments_total_check on app.delivery_announcement: CHECK ((installments_total > 0))
constraint delivery_announcement_order_line_id_buyer_organization_id_fkey on app.delivery_announcement: FOREIGN KEY (order_line_id, buyer_organization_id) REFERENCES app.order_line(id, buyer_organization_id) ON DELETE RESTRICT
constraint delivery_announcement_order_line_id_note_number_key on app.delivery_announcement: UNIQUE (order_line_id, note_number)
constraint delivery_announcement_pkey on app.delivery_announcement: PRIMARY KEY (id)
constraint delivery_announcement_quantity_check on app.delivery_announcement: CHECK ((quantity > (0)::numeric))
constraint delivery_check on app.delivery: CHECK ((installments_total >= installment_no))
constraint delivery_check1 on app.delivery: CHECK (((payment_due_on >= received_on) AND (payment_due_on < (received_on + 60))))
constraint delivery_check2 on app.delivery: CHECK ((((returned_at IS NULL) = (return_reason IS NULL)) AND ((returned_at IS NULL) = (returned_on IS NULL))))
constraint delivery_check3 on app.delivery: CHECK (((returned_at IS NULL) OR (verdict IS DISTINCT FROM 'passed'::text)))
constraint delivery_check4 on app.delivery: CHECK (((inspected_on >= received_on) AND (accepted_on >= inspected_on)))
constraint delivery_check5 on app.delivery: CHECK (((accepted_on IS NULL) OR (verdict = 'passed'::text)))
constraint delivery_document_byte_size_check on app.delivery_document: CHECK ((byte_size > 0))
constraint delivery_document_delivery_id_buyer_organization_id_fkey on app.delivery_document: FOREIGN KEY (delivery_id, buyer_organization_id) REFERENCES app.delivery(id, buyer_organization_id) ON DELETE RESTRICT
constraint delivery_document_evidence_id_buyer_organization_id_fkey on app.delivery_document: FOREIGN KEY (evidence_id, buyer_organization_id) REFERENCES app.evidence(id, organization_id) ON DELETE RESTRICT
constraint delivery_document_pkey on app.delivery_document: PRIMARY KEY (delivery_id, evidence_id)
constraint delivery_document_sha256_check on app.delivery_document: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint delivery_id_buyer_organization_id_key on app.delivery: UNIQUE (id, buyer_organization_id)
constraint delivery_id_buyer_organization_id_order_line_id_key on app.delivery: UNIQUE (id, buyer_organization_id, order_line_id)
constraint delivery_id_buyer_organization_id_supplier_organization_id_key on app.delivery: UNIQUE (id, buyer_organization_id, supplier_organization_id)
constraint delivery_installment_no_check on app.delivery: CHECK ((installment_no > 0))
constraint delivery_order_line_id_buyer_organization_id_fkey on app.delivery: FOREIGN KEY (order_line_id, buyer_organization_id) REFERENCES app.order_line(id, buyer_organization_id) ON DELETE RESTRICT
constraint delivery_order_line_id_buyer_organization_id_supplier_orga_fkey on app.delivery: FOREIGN KEY (order_line_id, buyer_organization_id, supplier_organization_id) REFERENCES app.order_line(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint delivery_order_line_id_installment_no_key on app.delivery: UNIQUE (order_line_id, installment_no)
constraint delivery_pkey on app.delivery: PRIMARY KEY (id)
constraint delivery_quantity_check on app.delivery: CHECK ((quantity > (0)::numeric))
constraint delivery_verdict_check on app.delivery: CHECK ((verdict = ANY (ARRAY['passed'::text, 'rejected'::text])))
constraint event_identity_id_fkey on identity.event: FOREIGN KEY (identity_id) REFERENCES identity.identity(id) ON DELETE RESTRICT
constraint event_pkey on identity.event: PRIMARY KEY (id)
constraint evidence_byte_size_check on app.evidence: CHECK ((byte_size > 0))
constraint evidence_disclosure_class_check on app.evidence: CHECK ((disclosure_class = ANY (ARRAY['public'::text, 'parties'::text, 'restricted'::text, 'secret'::text])))
constraint evidence_file_name_check on app.evidence: CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255)))
constraint evidence_id_organization_id_key on app.evidence: UNIQUE (id, organization_id)
constraint evidence_pkey on app.evidence: PRIMARY KEY (id)
constraint evidence_sha256_check on app.evidence: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint finding_id_buyer_organization_id_supplier_organization_id_key on app.finding: UNIQUE (id, buyer_organization_id, supplier_organization_id)
constraint finding_pkey on app.finding: PRIMARY KEY (id)
constraint finding_reply_finding_id_buyer_organization_id_supplier_or_fkey on app.finding_reply: FOREIGN KEY (finding_id, buyer_organization_id, supplier_organization_id) REFERENCES app.finding(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint finding_reply_pkey on app.finding_reply: PRIMARY KEY (id)
constraint finding_reply_text_check on app.finding_reply: CHECK ((text <> ''::text))
constraint finding_return_id_buyer_organization_id_supplier_organizat_fkey on app.finding: FOREIGN KEY (return_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response_return(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint finding_statement_id_buyer_organization_id_supplier_organi_fkey on app.finding: FOREIGN KEY (statement_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response_statement(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint finding_text_check on app.finding: CHECK ((text <> ''::text))
constraint idempotent_answer_fingerprint_check on app.idempotent_answer: CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text))
constraint idempotent_answer_key_check on app.idempotent_answer: CHECK (((length(key) >= 1) AND (length(key) <= 200)))
constraint idempotent_answer_pkey on app.idempotent_answer: PRIMARY KEY (organization_id, member_id, key)
constraint identity_display_name_check on identity.identity: CHECK ((display_name <> ''::text))
constraint identity_email_check on identity.identity: CHECK (((email = lower(email)) AND (email ~~ '_%@_%'::text)))
constraint identity_language_check on identity.identity: CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
constraint identity_password_hash_check on identity.identity: CHECK ((password_hash ~~ '$argon2id$%'::text))
constraint identity_pkey on identity.identity: PRIMARY KEY (id)
constraint import_preview_check on app.import_preview: CHECK (((committed_at IS NULL) = (committed_by IS NULL)))
constraint import_preview_pkey on app.import_preview: PRIMARY KEY (id)
constraint inspection_agreement_id_buyer_organization_id_fkey on app.inspection: FOREIGN KEY (agreement_id, buyer_organization_id) REFERENCES app.agreement(id, buyer_organization_id) ON DELETE RESTRICT
constraint inspection_check on app.inspection: CHECK (((kind = 'acceptance'::text) = (agreement_id IS NOT NULL)))
constraint inspection_check1 on app.inspection: CHECK ((three_persons OR (criticality <> 'high'::text)))
constraint inspection_criticality_check on app.inspection: CHECK ((criticality = ANY (ARRAY['high'::text, 'middle'::text, 'low'::text])))
constraint inspection_delivery_id_buyer_organization_id_order_line_id_fkey on app.inspection: FOREIGN KEY (delivery_id, buyer_organization_id, order_line_id) REFERENCES app.delivery(id, buyer_organization_id, order_line_id) ON DELETE RESTRICT
constraint inspection_delivery_id_buyer_organization_id_supplier_orga_fkey on app.inspection: FOREIGN KEY (delivery_id, buyer_organization_id, supplier_organization_id) REFERENCES app.delivery(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint inspection_delivery_id_key on app.inspection: UNIQUE (delivery_id)
constraint inspection_file_byte_size_check on app.inspection_file: CHECK ((byte_size > 0))
constraint inspection_file_check on app.inspection_file: CHECK (((kind = 'worksheet'::text) = (item_key = ''::text)))
constraint inspection_file_check1 on app.inspection_file: CHECK (((detached_at IS NULL) = (detached_by IS NULL)))
constraint inspection_file_evidence_id_evidence_organization_id_fkey on app.inspection_file: FOREIGN KEY (evidence_id, evidence_organization_id) REFERENCES app.evidence(id, organization_id) ON DELETE RESTRICT
constraint inspection_file_inspection_id_buyer_organization_id_fkey on app.inspection_file: FOREIGN KEY (inspection_id, buyer_organization_id) REFERENCES app.inspection(id, buyer_organization_id) ON DELETE RESTRICT
constraint inspection_file_kind_check on app.inspection_file: CHECK ((kind = ANY (ARRAY['item'::text, 'worksheet'::text])))
constraint inspection_file_pkey on app.inspection_file: PRIMARY KEY (inspection_id, item_key, evidence_id)
constraint inspection_file_sha256_check on app.inspection_file: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint inspection_id_buyer_organization_id_key on app.inspection: UNIQUE (id, buyer_organization_id)
constraint inspection_id_buyer_organization_id_order_line_id_key on app.inspection: UNIQUE (id, buyer_organization_id, order_line_id)
constraint inspection_kind_check on app.inspection: CHECK ((kind = ANY (ARRAY['acceptance'::text, 'observation'::text])))
constraint inspection_pkey on app.inspection: PRIMARY KEY (id)
constraint inspection_recorder_inspection_id_buyer_organization_id_fkey on app.inspection_recorder: FOREIGN KEY (inspection_id, buyer_organization_id) REFERENCES app.inspection(id, buyer_organization_id) ON DELETE RESTRICT
constraint inspection_recorder_pkey on app.inspection_recorder: PRIMARY KEY (inspection_id, person_key, member_id)
constraint inspection_result_check on app.inspection_result: CHECK (((result = 'conform'::text) OR (note IS NOT NULL)))
constraint inspection_result_inspection_id_buyer_organization_id_fkey on app.inspection_result: FOREIGN KEY (inspection_id, buyer_organization_id) REFERENCES app.inspection(id, buyer_organization_id) ON DELETE RESTRICT
constraint inspection_result_method_check on app.inspection_result: CHECK ((method = ANY (ARRAY['document'::text, 'interview'::text, 'on_site'::text, 'own_test'::text, 'third_party'::text, 'goods_check'::text])))
constraint inspection_result_pkey on app.inspection_result: PRIMARY KEY (inspection_id, item_key)
constraint inspection_result_result_check on app.inspection_result: CHECK ((result = ANY (ARRAY['conform'::text, 'conform_by_compensation'::text, 'nonconform'::text, 'not_applicable'::text, 'unverifiable'::text])))
constraint inspection_return_inspection_id_buyer_organization_id_roun_fkey on app.inspection_return: FOREIGN KEY (inspection_id, buyer_organization_id, round, statement_sha256) REFERENCES app.inspection_statement(inspection_id, buyer_organization_id, round, sha256) ON DELETE RESTRICT
constraint inspection_return_pkey on app.inspection_return: PRIMARY KEY (inspection_id, round)
constraint inspection_return_reason_check on app.inspection_return: CHECK ((reason <> ''::text))
constraint inspection_round_check on app.inspection: CHECK ((round > 0))
constraint inspection_sign_off_check on app.inspection_sign_off: CHECK (((step = 'judge'::text) OR (method <> 'session'::text)))
constraint inspection_sign_off_inspection_id_buyer_organization_id_ro_fkey on app.inspection_sign_off: FOREIGN KEY (inspection_id, buyer_organization_id, round, statement_sha256) REFERENCES app.inspection_statement(inspection_id, buyer_organization_id, round, sha256) ON DELETE RESTRICT
constraint inspection_sign_off_inspection_id_buyer_organization_id_st_fkey on app.inspection_sign_off: FOREIGN KEY (inspection_id, buyer_organization_id, statement_sha256) REFERENCES app.inspection_statement(inspection_id, buyer_organization_id, sha256) ON DELETE RESTRICT
constraint inspection_sign_off_method_check on app.inspection_sign_off: CHECK ((method = ANY (ARRAY['passkey'::text, 'password_totp'::text, 'password_mail_code'::text, 'session'::text])))
constraint inspection_sign_off_person_key_check on app.inspection_sign_off: CHECK ((person_key <> ''::text))
constraint inspection_sign_off_pkey on app.inspection_sign_off: PRIMARY KEY (inspection_id, round, step)
constraint inspection_sign_off_step_check on app.inspection_sign_off: CHECK ((step = ANY (ARRAY['judge'::text, 'confirm'::text, 'approve'::text])))
constraint inspection_statement_check on app.inspection_statement: CHECK ((encode(sha256(convert_to(canonical, 'UTF8'::name)), 'hex'::text) = sha256))
constraint inspection_statement_inspection_id_buyer_organization_id_fkey on app.inspection_statement: FOREIGN KEY (inspection_id, buyer_organization_id) REFERENCES app.inspection(id, buyer_organization_id) ON DELETE RESTRICT
constraint inspection_statement_inspection_id_buyer_organization_id_ro_key on app.inspection_statement: UNIQUE (inspection_id, buyer_organization_id, round, sha256)
constraint inspection_statement_inspection_id_buyer_organization_id_sh_key on app.inspection_statement: UNIQUE (inspection_id, buyer_organization_id, sha256)
constraint inspection_statement_inspection_id_sha256_key on app.inspection_statement: UNIQUE (inspection_id, sha256)
constraint inspection_statement_pkey on app.inspection_statement: PRIMARY KEY (inspection_id, round)
constraint inspection_statement_sha256_check on app.inspection_statement: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint inspection_statement_verdict_check on app.inspection_statement: CHECK ((verdict = ANY (ARRAY['passed'::text, 'rejected'::text])))
constraint installation_key_kind_check on app.installation_key: CHECK ((kind = 'authority'::text))
constraint installation_key_pkey on app.installation_key: PRIMARY KEY (id)
constraint ledger_entry_chain_id_buyer_organization_id_fkey on app.ledger_entry: FOREIGN KEY (chain_id, buyer_organization_id) REFERENCES app.security_request(id, buyer_organization_id) ON DELETE RESTRICT
constraint ledger_entry_chain_id_buyer_organization_id_supplier_organ_fkey on app.ledger_entry: FOREIGN KEY (chain_id, buyer_organization_id, supplier_organization_id) REFERENCES app.security_request(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint ledger_entry_check on app.ledger_entry: CHECK (((sequence = 1) = (previous IS NULL)))
constraint ledger_entry_object_sha256_check on app.ledger_entry: CHECK ((object_sha256 ~ '^[0-9a-f]{64}$'::text))
constraint ledger_entry_pkey on app.ledger_entry: PRIMARY KEY (buyer_organization_id, chain_id, sequence)
constraint ledger_entry_sequence_check on app.ledger_entry: CHECK ((sequence > 0))
constraint mail_sent_event_id_fkey on app.mail_sent: FOREIGN KEY (event_id) REFERENCES app.audit_event(id) ON DELETE CASCADE
constraint mail_sent_pkey on app.mail_sent: PRIMARY KEY (organization_id, event_id, reaction, recipient)
constraint mail_sent_recipient_check on app.mail_sent: CHECK ((recipient = lower(recipient)))
constraint member_admin_does_not_judge on app.member: CHECK (((NOT ('tenant_admin'::text = ANY (roles))) OR (NOT (roles && ARRAY['spec_approver'::text, 'inspector'::text, 'confirmer'::text, 'approver'::text, 'risk_owner'::text]))))
constraint member_auditor_stands_alone on app.member: CHECK (((NOT ('auditor'::text = ANY (roles))) OR (cardinality(roles) = 1)))
constraint member_display_name_check on app.member: CHECK ((display_name <> ''::text))
constraint member_identity_id_fkey on app.member: FOREIGN KEY (identity_id) REFERENCES identity.identity(id) ON DELETE RESTRICT
constraint member_invitation_check on app.member_invitation: CHECK (((accepted_at IS NULL) = (accepted_member_id IS NULL)))
constraint member_invitation_check1 on app.member_invitation: CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL)))
constraint member_invitation_language_check on app.member_invitation: CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
constraint member_invitation_organization_id_accepted_member_id_fkey on app.member_invitation: FOREIGN KEY (organization_id, accepted_member_id) REFERENCES app.member(organization_id, id) ON DELETE RESTRICT
constraint member_invitation_organization_id_fkey on app.member_invitation: FOREIGN KEY (organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint member_invitation_organization_id_invited_by_fkey on app.member_invitation: FOREIGN KEY (organization_id, invited_by) REFERENCES app.member(organization_id, id) ON DELETE RESTRICT
constraint member_invitation_pkey on app.member_invitation: PRIMARY KEY (id)
constraint member_language_check on app.member: CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
constraint member_organization_id_fkey on app.member: FOREIGN KEY (organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint member_organization_id_id_key on app.member: UNIQUE (organization_id, id)
constraint member_organization_id_identity_id_key on app.member: UNIQUE (organization_id, identity_id)
constraint member_organization_id_person_key_key on app.member: UNIQUE (organization_id, person_key)
constraint member_person_key_check on app.member: CHECK ((person_key <> ''::text))
constraint member_pkey on app.member: PRIMARY KEY (id)
constraint member_roles_check on app.member: CHECK ((roles <@ ARRAY['requester'::text, 'procurement'::text, 'spec_approver'::text, 'supplier_contact'::text, 'supplier_respondent'::text, 'supplier_signer'::text, 'supplier_psirt'::text, 'external_expert'::text, 'receiver'::text, 'inspector'::text, 'confirmer'::text, 'approver'::text, 'risk_owner'::text, 'auditor'::text, 'tenant_admin'::text]))
constraint member_signs_as_a_person on app.member: CHECK (((person_key IS NOT NULL) OR (NOT (roles && ARRAY['supplier_signer'::text, 'spec_approver'::text, 'inspector'::text, 'confirmer'::text, 'approver'::text, 'risk_owner'::text]))))
constraint membership_identity_id_fkey on identity.membership: FOREIGN KEY (identity_id) REFERENCES identity.identity(id) ON DELETE RESTRICT
constraint membership_member_id_key on identity.membership: UNIQUE (member_id)
constraint membership_pkey on identity.membership: PRIMARY KEY (identity_id, organization_id)
constraint nonconformity_inspection_id_buyer_organization_id_fkey on app.nonconformity: FOREIGN KEY (inspection_id, buyer_organization_id) REFERENCES app.inspection(id, buyer_organization_id) ON DELETE RESTRICT
constraint nonconformity_inspection_id_round_item_key_key on app.nonconformity: UNIQUE (inspection_id, round, item_key)
constraint nonconformity_pkey on app.nonconformity: PRIMARY KEY (id)
constraint notification_choice_delivery_check on app.notification_choice: CHECK ((delivery = ANY (ARRAY['immediate'::text, 'digest'::text, 'off'::text])))
constraint notification_choice_kind_check on app.notification_choice: CHECK ((kind ~ '^[a-z_]+[.][a-z_]+$'::text))
constraint notification_choice_pkey on app.notification_choice: PRIMARY KEY (organization_id, member_id, kind)
constraint notification_digest_pkey on app.notification_digest: PRIMARY KEY (organization_id, member_id, day)
constraint notification_member on app.notification: FOREIGN KEY (organization_id, member_id) REFERENCES app.member(organization_id, id) ON DELETE CASCADE
constraint notification_organization_id_member_id_kind_source_event_id_key on app.notification: UNIQUE (organization_id, member_id, kind, source_event_id)
constraint notification_pkey on app.notification: PRIMARY KEY (id)
constraint object_grant_pkey on app.object_grant: PRIMARY KEY (owner_organization_id, object_kind, object_id, grantee_organization_id)
constraint one_time_token_check on identity.one_time_token: CHECK (((consumed_at IS NOT NULL) OR ((consumed_by IS NULL) AND (consumed_for_organization IS NULL))))
constraint one_time_token_consumed_by_fkey on identity.one_time_token: FOREIGN KEY (consumed_by) REFERENCES identity.identity(id) ON DELETE RESTRICT
constraint one_time_token_kind_check on identity.one_time_token: CHECK ((kind = ANY (ARRAY['password_reset'::text, 'member_invitation'::text, 'supplier_invitation'::text, 'sign_up'::text])))
constraint one_time_token_pkey on identity.one_time_token: PRIMARY KEY (id)
constraint one_time_token_token_hash_check on identity.one_time_token: CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
constraint one_time_token_token_hash_key on identity.one_time_token: UNIQUE (token_hash)
constraint order_line_agreement_id_buyer_organization_id_fkey on app.order_line: FOREIGN KEY (agreement_id, buyer_organization_id) REFERENCES app.agreement(id, buyer_organization_id) ON DELETE RESTRICT
constraint order_line_amount_check on app.order_line: CHECK ((amount >= (0)::numeric))
constraint order_line_buyer_organization_id_po_number_line_no_key on app.order_line: UNIQUE (buyer_organization_id, po_number, line_no)
constraint order_line_check on app.order_line: CHECK (((received_quantity >= (0)::numeric) AND (received_quantity <= quantity)))
constraint order_line_check1 on app.order_line: CHECK ((due_on >= ordered_on))
constraint order_line_check2 on app.order_line: CHECK ((inspection_due_on >= due_on))
constraint order_line_check3 on app.order_line: CHECK ((secure_requirement = (no_requirement_reason IS NULL)))
constraint order_line_check4 on app.order_line: CHECK (((placed_at IS NULL) OR (inspection_due_on IS NOT NULL)))
constraint order_line_check5 on app.order_line: CHECK (((placed_at IS NULL) OR (facts IS NOT NULL)))
constraint order_line_check6 on app.order_line: CHECK (((agreement_id IS NULL) OR ((placed_at IS NOT NULL) AND (spec_criticality IS NOT NULL))))
constraint order_line_check7 on app.order_line: CHECK (((received_quantity = (0)::numeric) OR ((placed_at IS NOT NULL) AND (cancelled_at IS NULL))))
constraint order_line_check8 on app.order_line: CHECK (((cancelled_at IS NULL) = (cancel_reason IS NULL)))
constraint order_line_check9 on app.order_line: CHECK (((planned_agreement_id IS NULL) OR (secure_requirement AND (placed_at IS NULL))))
constraint order_line_contract_form_check on app.order_line: CHECK ((contract_form = ANY (ARRAY['ukeoi'::text, 'jun_inin'::text, 'haken'::text])))
constraint order_line_criticality_check on app.order_line: CHECK ((criticality = ANY (ARRAY['high'::text, 'middle'::text, 'low'::text])))
constraint order_line_governing_document_check on app.order_line: CHECK ((governing_document = ANY (ARRAY['purchase_spec'::text, 'outsourcing_spec'::text, 'contract'::text])))
constraint order_line_id_buyer_organization_id_key on app.order_line: UNIQUE (id, buyer_organization_id)
constraint order_line_id_buyer_organization_id_supplier_organization_i_key on app.order_line: UNIQUE (id, buyer_organization_id, supplier_organization_id)
constraint order_line_line_no_check on app.order_line: CHECK ((line_no > 0))
constraint order_line_payment_terms_days_check on app.order_line: CHECK (((payment_terms_days >= 1) AND (payment_terms_days <= 60)))
constraint order_line_pkey on app.order_line: PRIMARY KEY (id)
constraint order_line_planned_agreement_id_buyer_organization_id_fkey on app.order_line: FOREIGN KEY (planned_agreement_id, buyer_organization_id) REFERENCES app.agreement(id, buyer_organization_id) ON DELETE RESTRICT
constraint order_line_quantity_check on app.order_line: CHECK ((quantity > (0)::numeric))
constraint order_line_spec_criticality_check on app.order_line: CHECK ((spec_criticality = ANY (ARRAY['high'::text, 'middle'::text, 'low'::text])))
constraint order_line_supplier_site_id_buyer_organization_id_fkey on app.order_line: FOREIGN KEY (supplier_site_id, buyer_organization_id) REFERENCES app.supplier_site(id, organization_id) ON DELETE RESTRICT
constraint organization_certificate_prefix_check on app.organization: CHECK ((certificate_prefix ~ '^[A-Z0-9]{2,8}$'::text))
constraint organization_certificate_prefix_key on app.organization: UNIQUE (certificate_prefix)
constraint organization_corporate_number_check on app.organization: CHECK ((corporate_number ~ '^[0-9]{13}$'::text))
constraint organization_default_language_check on app.organization: CHECK ((default_language = ANY (ARRAY['ja'::text, 'en'::text])))
constraint organization_disclosure_class_check on app.organization: CHECK ((disclosure_class = ANY (ARRAY['public'::text, 'parties'::text, 'restricted'::text, 'secret'::text])))
constraint organization_key_kind_check on app.organization_key: CHECK ((kind = 'seal'::text))
constraint organization_key_pkey on app.organization_key: PRIMARY KEY (id)
constraint organization_name_check on app.organization: CHECK ((name <> ''::text))
constraint organization_pkey on app.organization: PRIMARY KEY (id)
constraint organization_retention_years_check on app.organization: CHECK (((retention_years >= 2) AND (retention_years <= 100)))
constraint organization_sign_off_policy_check on app.organization: CHECK ((jsonb_typeof((sign_off_policy -> 'threePersons'::text)) = 'boolean'::text))
constraint password_reset_request_pkey on identity.password_reset_request: PRIMARY KEY (id)
constraint rate_limit_key_check on identity.rate_limit: CHECK (((key)::text ~ '^[a-z_]+:[0-9a-f]{64}$'::text))
constraint rate_limit_key_check on verifier.rate_limit: CHECK (((key)::text ~ '^[a-z_]+:[0-9a-f]{64}$'::text))
constraint rate_limit_pkey on identity.rate_limit: PRIMARY KEY (key)
constraint rate_limit_pkey on verifier.rate_limit: PRIMARY KEY (key)
constraint reaction_done_event_id_organization_id_fkey on app.reaction_done: FOREIGN KEY (event_id, organization_id) REFERENCES app.audit_event(id, organization_id) ON DELETE CASCADE
constraint reaction_done_pkey on app.reaction_done: PRIMARY KEY (event_id, reaction)
constraint request_acknowledgement_pkey on app.request_acknowledgement: PRIMARY KEY (buyer_organization_id, request_id)
constraint request_acknowledgement_request_id_buyer_organization_id_s_fkey on app.request_acknowledgement: FOREIGN KEY (request_id, buyer_organization_id, supplier_organization_id) REFERENCES app.security_request(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint request_bounce_address_check on app.request_bounce: CHECK ((address = lower(address)))
constraint request_bounce_check on app.request_bounce: CHECK (((settled_at IS NULL) = (settled_by IS NULL)))
constraint request_bounce_pkey on app.request_bounce: PRIMARY KEY (id)
constraint request_bounce_request_id_address_event_id_key on app.request_bounce: UNIQUE (request_id, address, event_id)
constraint request_bounce_request_id_buyer_organization_id_fkey on app.request_bounce: FOREIGN KEY (request_id, buyer_organization_id) REFERENCES app.security_request(id, buyer_organization_id) ON DELETE RESTRICT
constraint request_bounce_source_check on app.request_bounce: CHECK ((source = ANY (ARRAY['refused'::text, 'came_back'::text])))
constraint request_facts_correction_facts_check on app.request_facts_correction: CHECK ((jsonb_typeof(facts) = 'object'::text))
constraint request_facts_correction_pkey on app.request_facts_correction: PRIMARY KEY (id)
constraint request_facts_correction_request_id_buyer_organization_id__fkey on app.request_facts_correction: FOREIGN KEY (request_id, buyer_organization_id, supplier_organization_id) REFERENCES app.security_request(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint request_facts_correction_request_id_buyer_organization_id_fkey on app.request_facts_correction: FOREIGN KEY (request_id, buyer_organization_id) REFERENCES app.security_request(id, buyer_organization_id) ON DELETE RESTRICT
constraint request_recipient_email_check on app.request_recipient: CHECK ((email = lower(email)))
constraint request_recipient_pkey on app.request_recipient: PRIMARY KEY (id)
constraint request_recipient_request_id_buyer_organization_id_fkey on app.request_recipient: FOREIGN KEY (request_id, buyer_organization_id) REFERENCES app.security_request(id, buyer_organization_id) ON DELETE RESTRICT
constraint request_reminder_buyer_organization_id_request_id_reminded__key on app.request_reminder: UNIQUE (buyer_organization_id, request_id, reminded_on)
constraint request_reminder_kind_check on app.request_reminder: CHECK ((kind = ANY (ARRAY['by_hand'::text, 'before_7'::text, 'before_1'::text, 'after_3'::text])))
constraint request_reminder_pkey on app.request_reminder: PRIMARY KEY (id)
constraint request_reminder_request_id_buyer_organization_id_fkey on app.request_reminder: FOREIGN KEY (request_id, buyer_organization_id) REFERENCES app.security_request(id, buyer_organization_id) ON DELETE RESTRICT
constraint request_settings_organization_id_fkey on app.request_settings: FOREIGN KEY (organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint request_settings_pkey on app.request_settings: PRIMARY KEY (organization_id)
constraint request_talk_kind_check on app.request_talk: CHECK ((kind = ANY (ARRAY['objection'::text, 'price_talk'::text])))
constraint request_talk_pkey on app.request_talk: PRIMARY KEY (id)
constraint request_talk_request_id_buyer_organization_id_supplier_org_fkey on app.request_talk: FOREIGN KEY (request_id, buyer_organization_id, supplier_organization_id) REFERENCES app.security_request(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint request_talk_text_check on app.request_talk: CHECK ((text <> ''::text))
constraint response_assignment_check on app.response_assignment: CHECK (((withdrawn_at IS NULL) = (withdrawn_by_name IS NULL)))
constraint response_assignment_pkey on app.response_assignment: PRIMARY KEY (buyer_organization_id, id)
constraint response_assignment_requirement_keys_check on app.response_assignment: CHECK ((cardinality(requirement_keys) > 0))
constraint response_assignment_response_id_buyer_organization_id_supp_fkey on app.response_assignment: FOREIGN KEY (response_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint response_assignment_supplier_organization_id_member_id_fkey on app.response_assignment: FOREIGN KEY (supplier_organization_id, member_id) REFERENCES app.member(organization_id, id) ON DELETE RESTRICT
constraint response_buyer_organization_id_request_id_key on app.response: UNIQUE (buyer_organization_id, request_id)
constraint response_id_buyer_organization_id_supplier_organization_id_key on app.response: UNIQUE (id, buyer_organization_id, supplier_organization_id)
constraint response_pkey on app.response: PRIMARY KEY (buyer_organization_id, id)
constraint response_progress_answered_check on app.response_progress: CHECK ((answered >= 0))
constraint response_progress_asked_check on app.response_progress: CHECK ((asked >= 0))
constraint response_progress_pkey on app.response_progress: PRIMARY KEY (buyer_organization_id, response_id)
constraint response_progress_request_id_key on app.response_progress: UNIQUE (request_id)
constraint response_progress_response_id_buyer_organization_id_suppli_fkey on app.response_progress: FOREIGN KEY (response_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint response_release_pkey on app.response_release: PRIMARY KEY (statement_id)
constraint response_release_statement_id_buyer_organization_id_suppli_fkey on app.response_release: FOREIGN KEY (statement_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response_statement(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint response_release_statement_id_buyer_organization_id_supplie_key on app.response_release: UNIQUE (statement_id, buyer_organization_id, supplier_organization_id)
constraint response_request_id_buyer_organization_id_supplier_organiz_fkey on app.response: FOREIGN KEY (request_id, buyer_organization_id, supplier_organization_id) REFERENCES app.security_request(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint response_return_findings_check on app.response_return: CHECK ((jsonb_typeof(findings) = 'array'::text))
constraint response_return_id_buyer_organization_id_supplier_organizat_key on app.response_return: UNIQUE (id, buyer_organization_id, supplier_organization_id)
constraint response_return_pkey on app.response_return: PRIMARY KEY (id)
constraint response_return_statement_id_buyer_organization_id_supplie_fkey on app.response_return: FOREIGN KEY (statement_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response_release(statement_id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint response_return_statement_id_key on app.response_return: UNIQUE (statement_id)
constraint response_statement_buyer_organization_id_response_id_revisi_key on app.response_statement: UNIQUE (buyer_organization_id, response_id, revision)
constraint response_statement_check on app.response_statement: CHECK ((sha256 = encode(sha256(convert_to(canonical, 'UTF8'::name)), 'hex'::text)))
constraint response_statement_id_buyer_organization_id_key on app.response_statement: UNIQUE (id, buyer_organization_id)
constraint response_statement_id_buyer_organization_id_supplier_organi_key on app.response_statement: UNIQUE (id, buyer_organization_id, supplier_organization_id)
constraint response_statement_own_or_proxy on app.response_statement: CHECK ((((proxy_evidence_id IS NULL) AND (supplier_organization_id IS NOT NULL) AND (response_id IS NOT NULL)) OR ((proxy_evidence_id IS NOT NULL) AND (supplier_organization_id IS NULL) AND (response_id IS NULL))))
constraint response_statement_pkey on app.response_statement: PRIMARY KEY (id)
constraint response_statement_proxy_evidence on app.response_statement: FOREIGN KEY (proxy_evidence_id, buyer_organization_id) REFERENCES app.evidence(id, organization_id) ON DELETE RESTRICT
constraint response_statement_request_id_buyer_organization_id_suppli_fkey on app.response_statement: FOREIGN KEY (request_id, buyer_organization_id, supplier_organization_id) REFERENCES app.security_request(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint response_statement_request_of_buyer on app.response_statement: FOREIGN KEY (request_id, buyer_organization_id) REFERENCES app.security_request(id, buyer_organization_id) ON DELETE RESTRICT
constraint response_statement_response_id_buyer_organization_id_suppl_fkey on app.response_statement: FOREIGN KEY (response_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint response_statement_revision_check on app.response_statement: CHECK ((revision > 0))
constraint response_submissions_check on app.response: CHECK ((submissions >= 0))
constraint response_withdrawal_pkey on app.response_withdrawal: PRIMARY KEY (statement_id)
constraint response_withdrawal_statement_id_buyer_organization_id_sup_fkey on app.response_withdrawal: FOREIGN KEY (statement_id, buyer_organization_id, supplier_organization_id) REFERENCES app.response_statement(id, buyer_organization_id, supplier_organization_id) ON DELETE RESTRICT
constraint review_check on app.review: CHECK (((finding_text IS NOT NULL) OR ((finding_target IS NULL) AND (finding_due_on IS NULL))))
constraint review_check1 on app.review: CHECK (((finding_text IS NULL) OR (opinion <> 'accepted'::text)))
constraint review_finding_text_check on app.review: CHECK ((finding_text <> ''::text))
constraint review_opinion_check on app.review: CHECK ((opinion = ANY (ARRAY['accepted'::text, 'question'::text, 'not_accepted'::text])))
constraint review_pkey on app.review: PRIMARY KEY (id)
constraint review_statement_id_organization_id_fkey on app.review: FOREIGN KEY (statement_id, organization_id) REFERENCES app.response_statement(id, buyer_organization_id) ON DELETE RESTRICT
constraint seal_check on app.seal: CHECK ((sha256 = encode(sha256(convert_to(envelope, 'UTF8'::name)), 'hex'::text)))
constraint seal_check1 on app.seal: CHECK (((organization_id = buyer_organization_id) OR (organization_id = supplier_organization_id)))
constraint seal_organization_id_object_kind_object_id_key on app.seal: UNIQUE (organization_id, object_kind, object_id)
constraint seal_pkey on app.seal: PRIMARY KEY (id)
constraint security_request_buyer_organization_id_fkey on app.security_request: FOREIGN KEY (buyer_organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint security_request_buyer_organization_id_number_key on app.security_request: UNIQUE (buyer_organization_id, number)
constraint security_request_buyer_organization_id_number_year_number_s_key on app.security_request: UNIQUE (buyer_organization_id, number_year, number_sequence)
constraint security_request_buyer_organization_id_own_site_id_fkey on app.security_request: FOREIGN KEY (buyer_organization_id, own_site_id) REFERENCES app.site(organization_id, id) ON DELETE RESTRICT
constraint security_request_buyer_organization_id_sending_id_own_site__key on app.security_request: UNIQUE (buyer_organization_id, sending_id, own_site_id)
constraint security_request_buyer_organization_id_sending_id_supplier__key on app.security_request: UNIQUE (buyer_organization_id, sending_id, supplier_site_id)
constraint security_request_check on app.security_request: CHECK ((num_nonnulls(supplier_site_id, own_site_id) = 1))
constraint security_request_check1 on app.security_request: CHECK (((own_site_id IS NULL) OR (supplier_organization_id = buyer_organization_id)))
constraint security_request_check2 on app.security_request: CHECK ((due_on >= original_due_on))
constraint security_request_check3 on app.security_request: CHECK (((extended_at IS NULL) = (extension_reason IS NULL)))
constraint security_request_check4 on app.security_request: CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)))
constraint security_request_id_buyer_organization_id_key on app.security_request: UNIQUE (id, buyer_organization_id)
constraint security_request_id_buyer_organization_id_supplier_organiza_key on app.security_request: UNIQUE (id, buyer_organization_id, supplier_organization_id)
constraint security_request_number_sequence_check on app.security_request: CHECK ((number_sequence > 0))
constraint security_request_pkey on app.security_request: PRIMARY KEY (id)
constraint security_request_specification_edition_id_buyer_organizati_fkey on app.security_request: FOREIGN KEY (specification_edition_id, buyer_organization_id, document_sha256) REFERENCES app.specification_edition(id, organization_id, sha256) ON DELETE RESTRICT
constraint security_request_supplier_organization_id_fkey on app.security_request: FOREIGN KEY (supplier_organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint security_request_supplier_site_id_buyer_organization_id_fkey on app.security_request: FOREIGN KEY (supplier_site_id, buyer_organization_id) REFERENCES app.supplier_site(id, organization_id) ON DELETE RESTRICT
constraint session_identity_id_fkey on identity.session: FOREIGN KEY (identity_id) REFERENCES identity.identity(id) ON DELETE CASCADE
constraint session_pkey on identity.session: PRIMARY KEY (sid_hash)
constraint session_sid_hash_check on identity.session: CHECK ((sid_hash ~ '^[0-9a-f]{64}$'::text))
constraint sign_in_attempt_failures_check on identity.sign_in_attempt: CHECK ((failures >= 0))
constraint sign_in_attempt_key_hash_check on identity.sign_in_attempt: CHECK ((key_hash ~ '^[0-9a-f]{64}$'::text))
constraint sign_in_attempt_pkey on identity.sign_in_attempt: PRIMARY KEY (subject, key_hash)
constraint sign_in_attempt_subject_check on identity.sign_in_attempt: CHECK ((subject = ANY (ARRAY['address'::text, 'source'::text])))
constraint sign_up_request_language_check on identity.sign_up_request: CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
constraint sign_up_request_pkey on identity.sign_up_request: PRIMARY KEY (id)
constraint site_name_check on app.site: CHECK ((name <> ''::text))
constraint site_organization_id_fkey on app.site: FOREIGN KEY (organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint site_organization_id_id_key on app.site: UNIQUE (organization_id, id)
constraint site_organization_id_name_key on app.site: UNIQUE (organization_id, name)
constraint site_pkey on app.site: PRIMARY KEY (id)
constraint specification_check on app.specification: CHECK (((draft_edition = approved_edition) OR (draft_edition = (approved_edition + 1))))
constraint specification_check1 on app.specification: CHECK (((submitted_at IS NULL) = (submitted_by IS NULL)))
constraint specification_draft_edition_check on app.specification: CHECK ((draft_edition > 0))
constraint specification_edition_digest on app.specification_edition: CHECK ((sha256 = encode(sha256(convert_to(canonical, 'UTF8'::name)), 'hex'::text)))
constraint specification_edition_document on app.specification_edition: CHECK ((document = (canonical)::jsonb))
constraint specification_edition_edition_check on app.specification_edition: CHECK ((edition > 0))
constraint specification_edition_id_organization_id_sha256_key on app.specification_edition: UNIQUE (id, organization_id, sha256)
constraint specification_edition_pkey on app.specification_edition: PRIMARY KEY (id)
constraint specification_edition_specification_id_edition_key on app.specification_edition: UNIQUE (specification_id, edition)
constraint specification_edition_specification_id_organization_id_fkey on app.specification_edition: FOREIGN KEY (specification_id, organization_id) REFERENCES app.specification(id, organization_id) ON DELETE RESTRICT
constraint specification_edition_two_people on app.specification_edition: CHECK ((NOT (('person:'::text || approved_by_person_key) = ANY (writer_marks))))
constraint specification_file_byte_size_check on app.specification_file: CHECK ((byte_size > 0))
constraint specification_file_edition_id_organization_id_edition_sha2_fkey on app.specification_file: FOREIGN KEY (edition_id, organization_id, edition_sha256) REFERENCES app.specification_edition(id, organization_id, sha256) ON DELETE RESTRICT
constraint specification_file_pkey on app.specification_file: PRIMARY KEY (edition_id)
constraint specification_file_sha256_check on app.specification_file: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint specification_id_organization_id_key on app.specification: UNIQUE (id, organization_id)
constraint specification_number_sequence_check on app.specification: CHECK ((number_sequence > 0))
constraint specification_organization_id_fkey on app.specification: FOREIGN KEY (organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint specification_organization_id_number_key on app.specification: UNIQUE (organization_id, number)
constraint specification_organization_id_number_year_number_sequence_key on app.specification: UNIQUE (organization_id, number_year, number_sequence)
constraint specification_pkey on app.specification: PRIMARY KEY (id)
constraint step_up_challenge_identity_id_fkey on identity.step_up_challenge: FOREIGN KEY (identity_id) REFERENCES identity.identity(id) ON DELETE CASCADE
constraint step_up_challenge_pkey on identity.step_up_challenge: PRIMARY KEY (id)
constraint step_up_challenge_sid_hash_fkey on identity.step_up_challenge: FOREIGN KEY (sid_hash) REFERENCES identity.session(sid_hash) ON DELETE CASCADE
constraint step_up_grant_check on identity.step_up_grant: CHECK ((expires_at > granted_at))
constraint step_up_grant_method_check on identity.step_up_grant: CHECK ((method = ANY (ARRAY['passkey'::text, 'password_totp'::text, 'password_mail_code'::text])))
constraint step_up_grant_pkey on identity.step_up_grant: PRIMARY KEY (sid_hash)
constraint step_up_grant_sid_hash_fkey on identity.step_up_grant: FOREIGN KEY (sid_hash) REFERENCES identity.session(sid_hash) ON DELETE CASCADE
constraint supplier_acceptance_check on app.supplier_acceptance: CHECK ((buyer_organization_id <> supplier_organization_id))
constraint supplier_acceptance_pkey on app.supplier_acceptance: PRIMARY KEY (id)
constraint supplier_acceptance_supplier_organization_id_fkey on app.supplier_acceptance: FOREIGN KEY (supplier_organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint supplier_acceptance_supplier_site_id_buyer_organization_id_fkey on app.supplier_acceptance: FOREIGN KEY (supplier_site_id, buyer_organization_id) REFERENCES app.supplier_site(id, organization_id) ON DELETE RESTRICT
constraint supplier_acceptance_token_id_key on app.supplier_acceptance: UNIQUE (token_id)
constraint supplier_site_check on app.supplier_site: CHECK ((approved_on >= registered_on))
constraint supplier_site_check1 on app.supplier_site: CHECK (((joined_organization_id IS NULL) = (joined_at IS NULL)))
constraint supplier_site_id_organization_id_key on app.supplier_site: UNIQUE (id, organization_id)
constraint supplier_site_joined_organization_id_fkey on app.supplier_site: FOREIGN KEY (joined_organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint supplier_site_kind_check on app.supplier_site: CHECK ((kind = ANY (ARRAY['equipment'::text, 'materials'::text, 'service'::text])))
constraint supplier_site_organization_id_counterparty_code_factory_nam_key on app.supplier_site: UNIQUE (organization_id, counterparty_code, factory_name)
constraint supplier_site_organization_id_fkey on app.supplier_site: FOREIGN KEY (organization_id) REFERENCES app.organization(id) ON DELETE RESTRICT
constraint supplier_site_pkey on app.supplier_site: PRIMARY KEY (id)
constraint trust_anchor_pem_check on published.trust_anchor: CHECK ((pem ~~ '-----BEGIN CERTIFICATE-----%'::text))
constraint trust_anchor_pkey on published.trust_anchor: PRIMARY KEY (sha256)
constraint trust_anchor_sha256_check on published.trust_anchor: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
function CREATE OR REPLACE FUNCTION app.current_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE RETURN (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid 
function CREATE OR REPLACE FUNCTION app.granted(kind text, id uuid, owner uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM app.object_grant g WHERE ((g.object_kind = granted.kind) AND (g.object_id = granted.id) AND (g.owner_organization_id = granted.owner) AND (g.grantee_organization_id = app.current_organization()) AND (g.revoked_at IS NULL)))) 
function CREATE OR REPLACE FUNCTION app.inspection_in_round() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if not exists (select from app.inspection i where i.id = new.inspection_id and i.round = new.round) then raise exception 'this round of the inspection is over' using errcode = '23514'; end if; return new; end $function$ 
function CREATE OR REPLACE FUNCTION app.inspection_result_frozen() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if exists (select from app.inspection_statement s join app.inspection i on i.id = s.inspection_id and i.round = s.round where i.id = new.inspection_id) then raise exception 'the inspection is judged' using errcode = '23514'; end if; return new; end $function$ 
function CREATE OR REPLACE FUNCTION app.inspection_return_open() RETURNS trigger LANGUAGE plpgsql AS $function$ begin perform pg_advisory_xact_lock(hashtextextended('inspection:' || new.inspection_id, 0)); if not exists (select from app.inspection i where i.id = new.inspection_id and i.round = new.round and i.released_at is null) or exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.round = new.round and s.step = 'approve') then raise exception 'what is approved is not sent back' using errcode = '23514'; end if; return new; end $function$ 
function CREATE OR REPLACE FUNCTION app.inspection_round_kept() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if new.round <> old.round + 1 or not exists (select from app.inspection_return r where r.inspection_id = old.id and r.round = old.round) then raise exception 'a round ends by being sent back' using errcode = '23514'; end if; return new; end $function$ 
function CREATE OR REPLACE FUNCTION app.inspection_separation() RETURNS trigger LANGUAGE plpgsql AS $function$ declare three boolean; begin perform pg_advisory_xact_lock(hashtextextended('inspection:' || new.inspection_id, 0)); select i.three_persons into strict three from app.inspection i where i.id = new.inspection_id; if new.step <> 'judge' and not exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.round = new.round and s.step = case new.step when 'confirm' then 'judge' else 'confirm' end) then raise exception 'signed out of order' using errcode = '23514'; end if; if (new.step = 'approve' or (new.step = 'confirm' and three)) and ( exists (select from app.inspection_recorder r where r.inspection_id = new.inspection_id and (r.person_key = new.person_key or r.member_id = new.member_id)) or exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.step = 'judge' and (s.person_key = new.person_key or s.member_id = new.member_id))) then raise exception 'the inspector cannot %', new.step using errcode = '23514'; end if; if new.step = 'approve' and ( exists (select from app.inspection_sign_off s where s.inspection_id = new.inspection_id and s.round = new.round and s.step = 'confirm' and (s.person_key = new.person_key or s.member_id = new.member_id)) or exists (select from app.inspection i join app.delivery d on d.id = i.delivery_id where i.id = new.inspection_id and (d.received_by_person_key = new.person_key or d.received_by_member_id = new.member_id))) then raise exception 'who confirmed or received the lot cannot approve it' using errcode = '23514'; end if; return new; end $function$ 
function CREATE OR REPLACE FUNCTION app.order_line_frozen() RETURNS trigger LANGUAGE plpgsql AS $function$ begin if old.placed_at is not null and (to_jsonb(new) - array['cancelled_by', 'cancelled_at', 'cancel_reason', 'state', 'received_quantity']) is distinct from (to_jsonb(old) - array['cancelled_by', 'cancelled_at', 'cancel_reason', 'state', 'received_quantity']) then raise exception 'a placed order is not changed' using errcode = '23514'; end if; if old.cancelled_at is not null then raise exception 'a cancelled order is not changed' using errcode = '23514'; end if; return new; end $function$ 
function CREATE OR REPLACE FUNCTION app.security_request_keeps_supplier() RETURNS trigger LANGUAGE plpgsql AS $function$ begin raise exception 'the supplier of a request is set once'; end $function$ 
function CREATE OR REPLACE FUNCTION app.supplier_site_joins_once() RETURNS trigger LANGUAGE plpgsql AS $function$ begin raise exception 'a supplier site joins one organisation only'; end $function$ 
grant DELETE, INSERT, SELECT on app.idempotent_answer to kenshu_runtime
grant DELETE, INSERT, SELECT on app.import_preview to kenshu_runtime
grant DELETE, INSERT, SELECT on identity.one_time_token to kenshu_runtime
grant DELETE, INSERT, SELECT on identity.password_reset_request to kenshu_runtime
grant DELETE, INSERT, SELECT on identity.rate_limit to kenshu_runtime
grant DELETE, INSERT, SELECT on identity.session to kenshu_runtime
grant DELETE, INSERT, SELECT on identity.sign_in_attempt to kenshu_runtime
grant DELETE, INSERT, SELECT on identity.sign_up_request to kenshu_runtime
grant DELETE, INSERT, SELECT on identity.step_up_challenge to kenshu_runtime
grant DELETE, INSERT, SELECT on identity.step_up_grant to kenshu_runtime
grant DELETE, INSERT, SELECT on verifier.rate_limit to kenshu_verifier
grant INSERT, SELECT on app.agreement to kenshu_runtime
grant INSERT, SELECT on app.answer to kenshu_runtime
grant INSERT, SELECT on app.answer_evidence to kenshu_runtime
grant INSERT, SELECT on app.answer_revision to kenshu_runtime
grant INSERT, SELECT on app.attestation to kenshu_runtime
grant INSERT, SELECT on app.audit_event to kenshu_runtime
grant INSERT, SELECT on app.audit_event to kenshu_sealer
grant INSERT, SELECT on app.catalog to kenshu_runtime
grant INSERT, SELECT on app.catalog_edition to kenshu_runtime
grant INSERT, SELECT on app.certificate to kenshu_runtime
grant INSERT, SELECT on app.certificate_file to kenshu_sealer
grant INSERT, SELECT on app.certificate_number to kenshu_runtime
grant INSERT, SELECT on app.certificate_revocation to kenshu_runtime
grant INSERT, SELECT on app.certificate_supersession to kenshu_runtime
grant INSERT, SELECT on app.crosswalk to kenshu_runtime
grant INSERT, SELECT on app.crosswalk_row to kenshu_runtime
grant INSERT, SELECT on app.delivery to kenshu_runtime
grant INSERT, SELECT on app.delivery_announcement to kenshu_runtime
grant INSERT, SELECT on app.delivery_document to kenshu_runtime
grant INSERT, SELECT on app.evidence to kenshu_runtime
grant INSERT, SELECT on app.finding to kenshu_runtime
grant INSERT, SELECT on app.finding_reply to kenshu_runtime
grant INSERT, SELECT on app.inspection to kenshu_runtime
grant INSERT, SELECT on app.inspection_file to kenshu_runtime
grant INSERT, SELECT on app.inspection_recorder to kenshu_runtime
grant INSERT, SELECT on app.inspection_result to kenshu_runtime
grant INSERT, SELECT on app.inspection_return to kenshu_runtime
grant INSERT, SELECT on app.inspection_sign_off to kenshu_runtime
grant INSERT, SELECT on app.inspection_statement to kenshu_runtime
grant INSERT, SELECT on app.installation_key to kenshu_sealer
grant INSERT, SELECT on app.ledger_entry to kenshu_runtime
grant INSERT, SELECT on app.ledger_entry to kenshu_sealer
grant INSERT, SELECT on app.mail_sent to kenshu_runtime
grant INSERT, SELECT on app.member to kenshu_runtime
grant INSERT, SELECT on app.member_invitation to kenshu_runtime
grant INSERT, SELECT on app.nonconformity to kenshu_runtime
grant INSERT, SELECT on app.notification to kenshu_runtime
grant INSERT, SELECT on app.notification_choice to kenshu_runtime
grant INSERT, SELECT on app.notification_digest to kenshu_runtime
grant INSERT, SELECT on app.object_grant to kenshu_runtime
grant INSERT, SELECT on app.object_grant to kenshu_sealer
grant INSERT, SELECT on app.order_line to kenshu_runtime
grant INSERT, SELECT on app.organization to kenshu_runtime
grant INSERT, SELECT on app.organization_key to kenshu_sealer
grant INSERT, SELECT on app.reaction_done to kenshu_runtime
grant INSERT, SELECT on app.request_acknowledgement to kenshu_runtime
grant INSERT, SELECT on app.request_bounce to kenshu_runtime
grant INSERT, SELECT on app.request_facts_correction to kenshu_runtime
grant INSERT, SELECT on app.request_recipient to kenshu_runtime
grant INSERT, SELECT on app.request_reminder to kenshu_runtime
grant INSERT, SELECT on app.request_settings to kenshu_runtime
grant INSERT, SELECT on app.request_talk to kenshu_runtime
grant INSERT, SELECT on app.response to kenshu_runtime
grant INSERT, SELECT on app.response_assignment to kenshu_runtime
grant INSERT, SELECT on app.response_progress to kenshu_runtime
grant INSERT, SELECT on app.response_release to kenshu_sealer
grant INSERT, SELECT on app.response_return to kenshu_runtime
grant INSERT, SELECT on app.response_statement to kenshu_runtime
grant INSERT, SELECT on app.response_withdrawal to kenshu_runtime
grant INSERT, SELECT on app.review to kenshu_runtime
grant INSERT, SELECT on app.seal to kenshu_sealer
grant INSERT, SELECT on app.security_request to kenshu_runtime
grant INSERT, SELECT on app.site to kenshu_runtime
grant INSERT, SELECT on app.specification to kenshu_runtime
grant INSERT, SELECT on app.specification_edition to kenshu_runtime
grant INSERT, SELECT on app.specification_file to kenshu_runtime
grant INSERT, SELECT on app.supplier_acceptance to kenshu_runtime
grant INSERT, SELECT on app.supplier_site to kenshu_runtime
grant INSERT, SELECT on identity.access_token to kenshu_runtime
grant INSERT, SELECT on identity.event to kenshu_runtime
grant INSERT, SELECT on identity.identity to kenshu_runtime
grant INSERT, SELECT on identity.membership to kenshu_runtime
grant INSERT, SELECT on published.certificate to kenshu_sealer
grant INSERT, SELECT on published.trust_anchor to kenshu_sealer
grant SELECT (at, chain_id, hash, sequence) on app.ledger_entry to kenshu_ops
grant SELECT (certificate_pem, created_at, id, kind, organization_id, retired_at) on app.organization_key to kenshu_runtime
grant SELECT on app.agreement to kenshu_sealer
grant SELECT on app.attestation to kenshu_sealer
grant SELECT on app.catalog to kenshu_sealer
grant SELECT on app.catalog_edition to kenshu_sealer
grant SELECT on app.certificate to kenshu_sealer
grant SELECT on app.certificate_file to kenshu_runtime
grant SELECT on app.certificate_revocation to kenshu_sealer
grant SELECT on app.certificate_supersession to kenshu_sealer
grant SELECT on app.crosswalk to kenshu_sealer
grant SELECT on app.crosswalk_row to kenshu_sealer
grant SELECT on app.member to kenshu_sealer
grant SELECT on app.organization to kenshu_sealer
grant SELECT on app.request_acknowledgement to kenshu_sealer
grant SELECT on app.request_facts_correction to kenshu_sealer
grant SELECT on app.response_release to kenshu_runtime
grant SELECT on app.response_return to kenshu_sealer
grant SELECT on app.response_statement to kenshu_sealer
grant SELECT on app.response_withdrawal to kenshu_sealer
grant SELECT on app.seal to kenshu_runtime
grant SELECT on app.security_request to kenshu_sealer
grant SELECT on app.site to kenshu_sealer
grant SELECT on app.specification_edition to kenshu_sealer
grant SELECT on published.certificate to kenshu_verifier
grant SELECT on published.trust_anchor to kenshu_runtime
grant SELECT on published.trust_anchor to kenshu_verifier
grant UPDATE (accepted_at, accepted_member_id, withdrawn_at) on app.member_invitation to kenshu_runtime
grant UPDATE (accepted_on, inspected_on, return_reason, returned_at, returned_by, returned_on, verdict) on app.delivery to kenshu_runtime
grant UPDATE (active, changed_at) on identity.membership to kenshu_runtime
grant UPDATE (address, approved_on, contact_email, contact_name, counterparty_code, factory_name, joined_at, joined_organization_id, kind, maker_name, maker_name_en, sme, version) on app.supplier_site to kenshu_runtime
grant UPDATE (address, certificate_prefix, corporate_number, default_language, disclosure_class, name, name_en, retention_years, sign_off_policy, time_zone, version) on app.organization to kenshu_runtime
grant UPDATE (address, name, name_en) on app.site to kenshu_runtime
grant UPDATE (agreement_id, amount, cancel_reason, cancelled_at, cancelled_by, contract_form, criticality, delivery_place, due_on, facts, governing_document, inspection_due_on, item_name, job_number, line_no, model, no_requirement_reason, ordered_on, payment_terms_days, placed_at, placed_by, planned_agreement_id, po_number, quantity, received_quantity, secure_requirement, spec_criticality, supplier_organization_id, supplier_site_id, unit, version) on app.order_line to kenshu_runtime
grant UPDATE (answered, asked, not_asked) on app.response_progress to kenshu_runtime
grant UPDATE (answered_at, answered_by_member_id, answered_by_name, comment, compensating_measure, kind, reason, value, version) on app.answer to kenshu_runtime
grant UPDATE (approved_edition, author_department, author_member_id, author_name, author_person_key, draft, draft_edition, sent_back_at, sent_back_reason, submitted_at, submitted_by, version, writer_marks) on app.specification to kenshu_runtime
grant UPDATE (attached_at, attached_by_name, detached_at) on app.answer_evidence to kenshu_runtime
grant UPDATE (attempts, code_hash, finished_at) on identity.step_up_challenge to kenshu_runtime
grant UPDATE (changed_at, changed_by, reminders) on app.request_settings to kenshu_runtime
grant UPDATE (changed_at, pdf_sha256, reason_kind, replaced_by, status) on published.certificate to kenshu_sealer
grant UPDATE (checked_on, evidence, method, note, recorded_at, recorded_by, recorded_by_member_id, recorded_by_person_key, result) on app.inspection_result to kenshu_runtime
grant UPDATE (committed_at, committed_by, plan) on app.import_preview to kenshu_runtime
grant UPDATE (consumed_at, consumed_by, consumed_for_organization, expires_at) on identity.one_time_token to kenshu_runtime
grant UPDATE (data, identity_id, last_seen_at, organization_id) on identity.session to kenshu_runtime
grant UPDATE (delivery) on app.notification_choice to kenshu_runtime
grant UPDATE (department, display_name, email, joined_at, language, left_at, person_key, roles, title) on app.member to kenshu_runtime
grant UPDATE (detached_at, detached_by) on app.inspection_file to kenshu_runtime
grant UPDATE (display_name, language, password_changed_at, password_hash, time_zone) on identity.identity to kenshu_runtime
grant UPDATE (due_on, extended_at, extension_reason, supplier_organization_id, withdrawal_reason, withdrawn_at) on app.security_request to kenshu_runtime
grant UPDATE (expire, points) on identity.rate_limit to kenshu_runtime
grant UPDATE (expire, points) on verifier.rate_limit to kenshu_verifier
grant UPDATE (expires_at, granted_at, method) on identity.step_up_grant to kenshu_runtime
grant UPDATE (failures, last_failed_at, locked_until) on identity.sign_in_attempt to kenshu_runtime
grant UPDATE (granted_at, revoked_at) on app.object_grant to kenshu_runtime
grant UPDATE (granted_at, revoked_at) on app.object_grant to kenshu_sealer
grant UPDATE (handled_at) on identity.password_reset_request to kenshu_runtime
grant UPDATE (handled_at) on identity.sign_up_request to kenshu_runtime
grant UPDATE (issued_at, sealed_at, signing_at) on app.certificate to kenshu_sealer
grant UPDATE (last) on app.certificate_number to kenshu_runtime
grant UPDATE (last_used_on, revoked_at) on identity.access_token to kenshu_runtime
grant UPDATE (notified_at) on app.nonconformity to kenshu_runtime
grant UPDATE (read_at) on app.notification to kenshu_runtime
grant UPDATE (refusal) on app.mail_sent to kenshu_runtime
grant UPDATE (released_at, round) on app.inspection to kenshu_runtime
grant UPDATE (replaced_at) on app.request_recipient to kenshu_runtime
grant UPDATE (retired_at) on app.organization_key to kenshu_sealer
grant UPDATE (settled_at, settled_by) on app.request_bounce to kenshu_runtime
grant UPDATE (submissions) on app.response to kenshu_runtime
grant UPDATE (supplier_organization_id) on app.request_facts_correction to kenshu_runtime
grant UPDATE (withdrawn_at, withdrawn_by_name) on app.response_assignment to kenshu_runtime
policy agreement_by_buyer on app.agreement as PERMISSIVE for INSERT to kenshu_runtime using () with check (((buyer_organization_id = app.current_organization()) AND ((supplier_organization_id IS NOT NULL) OR (EXISTS ( SELECT
   FROM app.response_statement s
  WHERE ((s.id = agreement.statement_id) AND (s.proxy_evidence_id IS NOT NULL)))))))
policy agreement_proxy_seen on app.agreement as PERMISSIVE for SELECT to kenshu_runtime using (((supplier_organization_id IS NULL) AND (EXISTS ( SELECT
   FROM app.security_request r
  WHERE ((r.id = agreement.request_id) AND (r.supplier_organization_id = app.current_organization())))))) with check ()
policy agreement_seen_by_both on app.agreement as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy answer_evidence_attached_by_supplier on app.answer_evidence as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy answer_evidence_detached_by_supplier on app.answer_evidence as PERMISSIVE for UPDATE to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ((supplier_organization_id = app.current_organization()))
policy answer_evidence_seen_by_supplier on app.answer_evidence as PERMISSIVE for SELECT to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ()
policy answer_given_by_supplier on app.answer as PERMISSIVE for UPDATE to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ((supplier_organization_id = app.current_organization()))
policy answer_opened_by_supplier on app.answer as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy answer_revision_kept_by_supplier on app.answer_revision as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy answer_revision_seen_by_supplier on app.answer_revision as PERMISSIVE for SELECT to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ()
policy answer_seen_by_supplier on app.answer as PERMISSIVE for SELECT to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ()
policy attestation_by_supplier on app.attestation as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy attestation_seen_when_released on app.attestation as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((supplier_organization_id = app.current_organization()) OR ((buyer_organization_id = app.current_organization()) AND (EXISTS ( SELECT
   FROM app.response_release r
  WHERE ((r.statement_id = attestation.statement_id) AND (r.buyer_organization_id = app.current_organization()))))))) with check ()
policy audit_event_own_append on app.audit_event as PERMISSIVE for INSERT to kenshu_runtime, kenshu_sealer using () with check ((organization_id = app.current_organization()))
policy audit_event_own_read on app.audit_event as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((organization_id = app.current_organization())) with check ()
policy catalog_common_load on app.catalog as PERMISSIVE for INSERT to kenshu_owner using () with check ((organization_id IS NULL))
policy catalog_common_or_own_read on app.catalog as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((organization_id IS NULL) OR (organization_id = app.current_organization()))) with check ()
policy catalog_edition_common_load on app.catalog_edition as PERMISSIVE for INSERT to kenshu_owner using () with check ((organization_id IS NULL))
policy catalog_edition_common_or_own_read on app.catalog_edition as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((organization_id IS NULL) OR (organization_id = app.current_organization()))) with check ()
policy catalog_edition_own_publish on app.catalog_edition as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy catalog_own_publish on app.catalog as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy certificate_file_seen_with_certificate on app.certificate_file as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((EXISTS ( SELECT
   FROM app.certificate c
  WHERE (c.id = certificate_file.certificate_id)))) with check ()
policy certificate_file_stored_by_sealer on app.certificate_file as PERMISSIVE for INSERT to kenshu_sealer using () with check ((buyer_organization_id = app.current_organization()))
policy certificate_moved_by_sealer on app.certificate as PERMISSIVE for UPDATE to kenshu_sealer using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy certificate_number_own_first on app.certificate_number as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy certificate_number_own_next on app.certificate_number as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy certificate_number_own_read on app.certificate_number as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy certificate_prepared_by_buyer on app.certificate as PERMISSIVE for INSERT to kenshu_runtime using () with check (((buyer_organization_id = app.current_organization()) AND (signing_at IS NULL)))
policy certificate_revocation_decided_by_buyer on app.certificate_revocation as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy certificate_revocation_seen_with_certificate on app.certificate_revocation as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((EXISTS ( SELECT
   FROM app.certificate c
  WHERE (c.id = certificate_revocation.certificate_id)))) with check ()
policy certificate_seen_by_buyer on app.certificate as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((buyer_organization_id = app.current_organization())) with check ()
policy certificate_seen_by_supplier on app.certificate as PERMISSIVE for SELECT to kenshu_runtime using (((issued_at IS NOT NULL) AND ((supplier_organization_id = app.current_organization()) OR app.granted('order_line'::text, order_line_id, buyer_organization_id)))) with check ()
policy certificate_supersession_decided_by_buyer on app.certificate_supersession as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy certificate_supersession_seen_with_certificate on app.certificate_supersession as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((EXISTS ( SELECT
   FROM app.certificate c
  WHERE (c.id = certificate_supersession.certificate_id)))) with check ()
policy crosswalk_common_load on app.crosswalk as PERMISSIVE for INSERT to kenshu_owner using () with check ((organization_id IS NULL))
policy crosswalk_common_or_own_read on app.crosswalk as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((organization_id IS NULL) OR (organization_id = app.current_organization()))) with check ()
policy crosswalk_own_publish on app.crosswalk as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy crosswalk_row_common_load on app.crosswalk_row as PERMISSIVE for INSERT to kenshu_owner using () with check ((organization_id IS NULL))
policy crosswalk_row_common_or_own_read on app.crosswalk_row as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((organization_id IS NULL) OR (organization_id = app.current_organization()))) with check ()
policy crosswalk_row_own_publish on app.crosswalk_row as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy delivery_announcement_made_by_supplier on app.delivery_announcement as PERMISSIVE for INSERT to kenshu_runtime using () with check (((supplier_organization_id = app.current_organization()) AND (EXISTS ( SELECT
   FROM app.order_line l
  WHERE ((l.id = delivery_announcement.order_line_id) AND (l.buyer_organization_id = delivery_announcement.buyer_organization_id) AND ((l.supplier_organization_id = app.current_organization()) OR app.granted('order_line'::text, l.id, l.buyer_organization_id)))))))
policy delivery_announcement_seen_by_both on app.delivery_announcement as PERMISSIVE for SELECT to kenshu_runtime using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy delivery_closed_by_buyer on app.delivery as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy delivery_document_own_read on app.delivery_document as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy delivery_document_own_write on app.delivery_document as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy delivery_received_by_buyer on app.delivery as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy delivery_seen_by_both on app.delivery as PERMISSIVE for SELECT to kenshu_runtime using ((((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id)) OR app.granted('order_line'::text, order_line_id, buyer_organization_id))) with check ()
policy evidence_added_by_owner on app.evidence as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy evidence_own_or_granted on app.evidence as PERMISSIVE for SELECT to kenshu_runtime using (((organization_id = app.current_organization()) OR app.granted('evidence'::text, id, organization_id))) with check ()
policy finding_by_buyer on app.finding as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy finding_reply_by_supplier on app.finding_reply as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy finding_reply_seen_by_both on app.finding_reply as PERMISSIVE for SELECT to kenshu_runtime using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy finding_seen_by_both on app.finding as PERMISSIVE for SELECT to kenshu_runtime using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy idempotent_answer_own_add on app.idempotent_answer as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy idempotent_answer_own_read on app.idempotent_answer as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy idempotent_answer_own_sweep on app.idempotent_answer as PERMISSIVE for DELETE to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy import_preview_own_insert on app.import_preview as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy import_preview_own_read on app.import_preview as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy import_preview_own_sweep on app.import_preview as PERMISSIVE for DELETE to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy import_preview_own_update on app.import_preview as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy inspection_file_own_change on app.inspection_file as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy inspection_file_own_read on app.inspection_file as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy inspection_file_own_write on app.inspection_file as PERMISSIVE for INSERT to kenshu_runtime using () with check (((buyer_organization_id = app.current_organization()) AND (EXISTS ( SELECT
   FROM app.evidence e
  WHERE ((e.id = inspection_file.evidence_id) AND (e.organization_id = inspection_file.evidence_organization_id))))))
policy inspection_opened_by_buyer on app.inspection as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy inspection_recorder_own_read on app.inspection_recorder as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy inspection_recorder_own_write on app.inspection_recorder as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy inspection_released_by_buyer on app.inspection as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy inspection_result_corrected_by_buyer on app.inspection_result as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy inspection_result_recorded_by_buyer on app.inspection_result as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy inspection_result_seen_with_inspection on app.inspection_result as PERMISSIVE for SELECT to kenshu_runtime using ((EXISTS ( SELECT
   FROM app.inspection i
  WHERE (i.id = inspection_result.inspection_id)))) with check ()
policy inspection_return_own_read on app.inspection_return as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy inspection_return_own_write on app.inspection_return as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy inspection_seen_by_buyer on app.inspection as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy inspection_seen_by_supplier on app.inspection as PERMISSIVE for SELECT to kenshu_runtime using (((released_at IS NOT NULL) AND ((supplier_organization_id = app.current_organization()) OR app.granted('order_line'::text, order_line_id, buyer_organization_id)))) with check ()
policy inspection_sign_off_by_buyer on app.inspection_sign_off as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy inspection_sign_off_seen_with_inspection on app.inspection_sign_off as PERMISSIVE for SELECT to kenshu_runtime using ((EXISTS ( SELECT
   FROM app.inspection i
  WHERE ((i.id = inspection_sign_off.inspection_id) AND ((i.buyer_organization_id = app.current_organization()) OR (i.round = inspection_sign_off.round)))))) with check ()
policy inspection_statement_frozen_by_buyer on app.inspection_statement as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy inspection_statement_seen_with_inspection on app.inspection_statement as PERMISSIVE for SELECT to kenshu_runtime using ((EXISTS ( SELECT
   FROM app.inspection i
  WHERE ((i.id = inspection_statement.inspection_id) AND ((i.buyer_organization_id = app.current_organization()) OR (i.round = inspection_statement.round)))))) with check ()
policy installation_key_made_by_sealer on app.installation_key as PERMISSIVE for INSERT to kenshu_sealer using () with check (true)
policy installation_key_read_by_sealer on app.installation_key as PERMISSIVE for SELECT to kenshu_sealer using (true) with check ()
policy ledger_entry_appended_by_a_party on app.ledger_entry as PERMISSIVE for INSERT to kenshu_runtime, kenshu_sealer using () with check (((written_by = app.current_organization()) AND ((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))))
policy ledger_entry_heads_for_ops on app.ledger_entry as PERMISSIVE for SELECT to kenshu_ops using (true) with check ()
policy ledger_entry_seen_by_both on app.ledger_entry as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id)) OR app.granted('ledger_chain'::text, chain_id, buyer_organization_id))) with check ()
policy mail_sent_own_append on app.mail_sent as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy mail_sent_own_read on app.mail_sent as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy mail_sent_own_refusal on app.mail_sent as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy member_invitation_own_insert on app.member_invitation as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy member_invitation_own_read on app.member_invitation as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy member_invitation_own_update on app.member_invitation as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy member_own_insert on app.member as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy member_own_read on app.member as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((organization_id = app.current_organization())) with check ()
policy member_own_update on app.member as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy nonconformity_found_by_buyer on app.nonconformity as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy nonconformity_notified_by_buyer on app.nonconformity as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy nonconformity_seen_with_inspection on app.nonconformity as PERMISSIVE for SELECT to kenshu_runtime using ((EXISTS ( SELECT
   FROM app.inspection i
  WHERE ((i.id = nonconformity.inspection_id) AND ((i.buyer_organization_id = app.current_organization()) OR (i.round = nonconformity.round)))))) with check ()
policy notification_choice_own_append on app.notification_choice as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy notification_choice_own_read on app.notification_choice as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy notification_choice_own_update on app.notification_choice as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy notification_digest_own_append on app.notification_digest as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy notification_digest_own_read on app.notification_digest as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy notification_own_append on app.notification as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy notification_own_read on app.notification as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy notification_own_update on app.notification as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy object_grant_given_by_owner on app.object_grant as PERMISSIVE for INSERT to kenshu_runtime, kenshu_sealer using () with check ((owner_organization_id = app.current_organization()))
policy object_grant_revoked_by_owner on app.object_grant as PERMISSIVE for UPDATE to kenshu_runtime, kenshu_sealer using ((owner_organization_id = app.current_organization())) with check ((owner_organization_id = app.current_organization()))
policy object_grant_seen_by_both on app.object_grant as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((app.current_organization() = owner_organization_id) OR (app.current_organization() = grantee_organization_id))) with check ()
policy order_line_changed_by_buyer on app.order_line as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy order_line_registered_by_buyer on app.order_line as PERMISSIVE for INSERT to kenshu_runtime using () with check (((buyer_organization_id = app.current_organization()) AND (placed_at IS NULL) AND (cancelled_at IS NULL)))
policy order_line_seen_by_buyer on app.order_line as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy order_line_seen_by_supplier on app.order_line as PERMISSIVE for SELECT to kenshu_runtime using (((placed_at IS NOT NULL) AND ((supplier_organization_id = app.current_organization()) OR app.granted('order_line'::text, id, buyer_organization_id)))) with check ()
policy organization_changed_by_itself on app.organization as PERMISSIVE for UPDATE to kenshu_runtime using ((id = app.current_organization())) with check ((id = app.current_organization()))
policy organization_founded_as_itself on app.organization as PERMISSIVE for INSERT to kenshu_runtime using () with check ((id = app.current_organization()))
policy organization_key_made_by_sealer on app.organization_key as PERMISSIVE for INSERT to kenshu_sealer using () with check (true)
policy organization_key_read_by_sealer on app.organization_key as PERMISSIVE for SELECT to kenshu_sealer using (true) with check ()
policy organization_key_retired_by_sealer on app.organization_key as PERMISSIVE for UPDATE to kenshu_sealer using (true) with check (true)
policy organization_key_shown_to_its_organization on app.organization_key as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy organization_seen_by_its_sealer on app.organization as PERMISSIVE for SELECT to kenshu_sealer using (((id = app.current_organization()) OR app.granted('organization'::text, id, id))) with check ()
policy organization_seen_by_itself_and_grantees on app.organization as PERMISSIVE for SELECT to kenshu_runtime using (((id = app.current_organization()) OR app.granted('organization'::text, id, id))) with check ()
policy reaction_done_own_append on app.reaction_done as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy reaction_done_own_read on app.reaction_done as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy request_acknowledgement_by_supplier on app.request_acknowledgement as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy request_acknowledgement_seen_by_both on app.request_acknowledgement as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy request_bounce_own_insert on app.request_bounce as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy request_bounce_own_read on app.request_bounce as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy request_bounce_own_update on app.request_bounce as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy request_facts_correction_linked_by_buyer on app.request_facts_correction as PERMISSIVE for UPDATE to kenshu_runtime using (((buyer_organization_id = app.current_organization()) AND (supplier_organization_id IS NULL))) with check ((buyer_organization_id = app.current_organization()))
policy request_facts_correction_own_insert on app.request_facts_correction as PERMISSIVE for INSERT to kenshu_runtime using () with check (((written_by = app.current_organization()) AND ((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))))
policy request_facts_correction_seen_by_both on app.request_facts_correction as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy request_recipient_own_insert on app.request_recipient as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy request_recipient_own_read on app.request_recipient as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy request_recipient_own_update on app.request_recipient as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy request_reminder_own_insert on app.request_reminder as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy request_reminder_own_read on app.request_reminder as PERMISSIVE for SELECT to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ()
policy request_settings_own_insert on app.request_settings as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy request_settings_own_read on app.request_settings as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy request_settings_own_update on app.request_settings as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy request_talk_own_insert on app.request_talk as PERMISSIVE for INSERT to kenshu_runtime using () with check (((written_by = app.current_organization()) AND ((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))))
policy request_talk_seen_by_both on app.request_talk as PERMISSIVE for SELECT to kenshu_runtime using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy response_assignment_made_by_supplier on app.response_assignment as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy response_assignment_seen_by_supplier on app.response_assignment as PERMISSIVE for SELECT to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ()
policy response_assignment_withdrawn_by_supplier on app.response_assignment as PERMISSIVE for UPDATE to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ((supplier_organization_id = app.current_organization()))
policy response_progress_counted_by_supplier on app.response_progress as PERMISSIVE for UPDATE to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ((supplier_organization_id = app.current_organization()))
policy response_progress_opened_by_supplier on app.response_progress as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy response_progress_seen_by_both on app.response_progress as PERMISSIVE for SELECT to kenshu_runtime using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy response_release_seen_by_both on app.response_release as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy response_release_with_the_seal on app.response_release as PERMISSIVE for INSERT to kenshu_sealer using () with check ((supplier_organization_id = app.current_organization()))
policy response_return_by_buyer on app.response_return as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy response_return_seen_by_both on app.response_return as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy response_seen_by_supplier on app.response as PERMISSIVE for SELECT to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ()
policy response_started_by_supplier on app.response as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy response_statement_frozen_by_supplier on app.response_statement as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy response_statement_proxy_by_buyer on app.response_statement as PERMISSIVE for INSERT to kenshu_runtime using () with check (((proxy_evidence_id IS NOT NULL) AND (buyer_organization_id = app.current_organization())))
policy response_statement_proxy_seen on app.response_statement as PERMISSIVE for SELECT to kenshu_runtime using (((proxy_evidence_id IS NOT NULL) AND ((buyer_organization_id = app.current_organization()) OR (EXISTS ( SELECT
   FROM app.security_request r
  WHERE ((r.id = response_statement.request_id) AND (r.supplier_organization_id = app.current_organization()))))))) with check ()
policy response_statement_seen_when_released on app.response_statement as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((supplier_organization_id = app.current_organization()) OR ((buyer_organization_id = app.current_organization()) AND (EXISTS ( SELECT
   FROM app.response_release r
  WHERE ((r.statement_id = response_statement.id) AND (r.buyer_organization_id = app.current_organization()))))))) with check ()
policy response_submitted_by_supplier on app.response as PERMISSIVE for UPDATE to kenshu_runtime using ((supplier_organization_id = app.current_organization())) with check ((supplier_organization_id = app.current_organization()))
policy response_withdrawal_by_supplier on app.response_withdrawal as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy response_withdrawal_seen_by_supplier on app.response_withdrawal as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((supplier_organization_id = app.current_organization())) with check ()
policy review_seen_by_buyer on app.review as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy review_written_by_buyer on app.review as PERMISSIVE for INSERT to kenshu_runtime using () with check (((organization_id = app.current_organization()) AND (EXISTS ( SELECT
   FROM app.response_statement s
  WHERE ((s.id = review.statement_id) AND (s.buyer_organization_id = app.current_organization()))))))
policy seal_seen_by_the_parties on app.seal as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((((app.current_organization() = organization_id) OR (app.current_organization() = buyer_organization_id)) OR (app.current_organization() = supplier_organization_id)) OR app.granted(object_kind, object_id, organization_id))) with check ()
policy seal_set_by_sealer on app.seal as PERMISSIVE for INSERT to kenshu_sealer using () with check ((organization_id = app.current_organization()))
policy security_request_changed_by_buyer on app.security_request as PERMISSIVE for UPDATE to kenshu_runtime using ((buyer_organization_id = app.current_organization())) with check ((buyer_organization_id = app.current_organization()))
policy security_request_seen_by_both on app.security_request as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy security_request_sent_by_buyer on app.security_request as PERMISSIVE for INSERT to kenshu_runtime using () with check ((buyer_organization_id = app.current_organization()))
policy site_own_insert on app.site as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy site_own_read on app.site as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using ((organization_id = app.current_organization())) with check ()
policy site_own_update on app.site as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy specification_edition_insert on app.specification_edition as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy specification_edition_read on app.specification_edition as PERMISSIVE for SELECT to kenshu_runtime, kenshu_sealer using (((organization_id = app.current_organization()) OR app.granted('specification_edition'::text, id, organization_id))) with check ()
policy specification_file_own_insert on app.specification_file as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy specification_file_seen_with_edition on app.specification_file as PERMISSIVE for SELECT to kenshu_runtime using ((EXISTS ( SELECT
   FROM app.specification_edition e
  WHERE (e.id = specification_file.edition_id)))) with check ()
policy specification_own_insert on app.specification as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy specification_own_read on app.specification as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy specification_own_update on app.specification as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
policy supplier_acceptance_by_supplier on app.supplier_acceptance as PERMISSIVE for INSERT to kenshu_runtime using () with check ((supplier_organization_id = app.current_organization()))
policy supplier_acceptance_seen_by_both on app.supplier_acceptance as PERMISSIVE for SELECT to kenshu_runtime using (((app.current_organization() = buyer_organization_id) OR (app.current_organization() = supplier_organization_id))) with check ()
policy supplier_site_own_insert on app.supplier_site as PERMISSIVE for INSERT to kenshu_runtime using () with check ((organization_id = app.current_organization()))
policy supplier_site_own_read on app.supplier_site as PERMISSIVE for SELECT to kenshu_runtime using ((organization_id = app.current_organization())) with check ()
policy supplier_site_own_update on app.supplier_site as PERMISSIVE for UPDATE to kenshu_runtime using ((organization_id = app.current_organization())) with check ((organization_id = app.current_organization()))
schema app
schema identity
schema published
schema verifier
table app.agreement (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, request_id uuid not null, statement_id uuid not null, document jsonb not null, canonical text not null, sha256 text not null, agreed_by_name text not null, agreed_at timestamp with time zone not null) enable row level security force
table app.answer (buyer_organization_id uuid not null, response_id uuid not null, requirement_key text not null, supplier_organization_id uuid not null, allowed text[] not null, accepts_compensation boolean not null, version integer not null default 0, kind text, value text, reason text, comment text, compensating_measure text, answered_by_member_id uuid, answered_by_name text, answered_at timestamp with time zone) enable row level security force
table app.answer_evidence (buyer_organization_id uuid not null, response_id uuid not null, requirement_key text not null, evidence_id uuid not null, supplier_organization_id uuid not null, attached_by_name text not null, attached_at timestamp with time zone not null, detached_at timestamp with time zone) enable row level security force
table app.answer_revision (buyer_organization_id uuid not null, response_id uuid not null, requirement_key text not null, version integer not null, supplier_organization_id uuid not null, kind text, value text, reason text, comment text, compensating_measure text, answered_by_member_id uuid, answered_by_name text not null, answered_at timestamp with time zone not null) enable row level security force
table app.attestation (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, statement_kind text not null, statement_id uuid not null, digest text not null, role text not null, name text not null, department text, person_key text, member_id uuid, method text not null, without_separation boolean not null, signed_at timestamp with time zone not null) enable row level security force
table app.audit_event (id uuid not null, organization_id uuid not null, act text not null, object_kind text not null, object_id uuid not null, actor_name text not null, member_id uuid, identity_id uuid, via text not null, step_up text, detail jsonb not null, at timestamp with time zone not null) enable row level security force
table app.catalog (id uuid not null, organization_id uuid, key text not null, title jsonb not null, publisher jsonb not null) enable row level security force
table app.catalog_edition (id uuid not null, organization_id uuid, catalog_id uuid not null, key text not null, edition text not null, status text not null, title jsonb not null, document jsonb not null, sha256 text not null, published_at timestamp with time zone not null) enable row level security force
table app.certificate (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, order_line_id uuid not null, inspection_id uuid not null, replaces_id uuid, number text not null, year integer not null, sequence integer not null, code text not null, canonical text not null, sha256 text not null, acts jsonb not null, issued_on date not null, prepared_at timestamp with time zone not null, signing_at timestamp with time zone, sealed_at timestamp with time zone, issued_at timestamp with time zone) enable row level security force
table app.certificate_file (certificate_id uuid not null, buyer_organization_id uuid not null, sha256 text not null, byte_size bigint not null, stored_at timestamp with time zone not null) enable row level security force
table app.certificate_number (organization_id uuid not null, year integer not null, last integer not null) enable row level security force
table app.certificate_revocation (certificate_id uuid not null, buyer_organization_id uuid not null, reason_kind text not null, reason text not null, decided_by text not null, decided_by_department text, decided_by_person_key text not null, method text not null, decided_at timestamp with time zone not null) enable row level security force
table app.certificate_supersession (certificate_id uuid not null, buyer_organization_id uuid not null, reason text not null, decided_by text not null, decided_by_department text, decided_by_person_key text not null, method text not null, decided_at timestamp with time zone not null) enable row level security force
table app.crosswalk (id uuid not null, organization_id uuid, key text not null, edition text not null, status text not null, title jsonb not null, document jsonb not null, sha256 text not null, published_at timestamp with time zone not null) enable row level security force
table app.crosswalk_row (crosswalk_id uuid not null, "position" integer not null, organization_id uuid, source_edition_id uuid not null, source_code text not null, target_catalog text not null, target_edition_id uuid, target_code text, relation text not null, provenance text not null, rationale jsonb not null, reviewed_by uuid) enable row level security force
table app.delivery (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, order_line_id uuid not null, announcement_id uuid, note_number text not null, installment_no integer not null, installments_total integer, quantity numeric(15,3) not null, unit text not null, serials jsonb not null, versions jsonb not null, received_on date not null, received_at timestamp with time zone not null, received_by text not null, received_by_department text, received_by_member_id uuid, received_by_person_key text, payment_due_on date not null, verdict text, inspected_on date, accepted_on date, returned_on date, returned_at timestamp with time zone, returned_by text, return_reason text) enable row level security force
table app.delivery_announcement (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, order_line_id uuid not null, note_number text not null, quantity numeric(15,3) not null, installments_total integer, serials jsonb not null, versions jsonb not null, arrives_on date, announced_by text not null, announced_at timestamp with time zone not null) enable row level security force
table app.delivery_document (delivery_id uuid not null, buyer_organization_id uuid not null, evidence_id uuid not null, file_name text not null, sha256 text not null, byte_size bigint not null, attached_by text not null, attached_at timestamp with time zone not null) enable row level security force
table app.evidence (id uuid not null, organization_id uuid not null, file_name text not null, media_type text not null, byte_size bigint not null, sha256 text not null, disclosure_class text not null, description text, uploaded_by_member_id uuid, uploaded_by_name text not null, uploaded_at timestamp with time zone not null) enable row level security force
table app.finding (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, response_id uuid not null, statement_id uuid not null, return_id uuid not null, requirement_key text not null, text text not null, target text, due_on date, found_by_name text not null, found_at timestamp with time zone not null) enable row level security force
table app.finding_reply (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, finding_id uuid not null, text text not null, replied_by_name text not null, replied_at timestamp with time zone not null) enable row level security force
table app.idempotent_answer (organization_id uuid not null, member_id uuid not null, key text not null, fingerprint text not null, answer json not null, kept_at timestamp with time zone not null) enable row level security force
table app.import_preview (id uuid not null, organization_id uuid not null, kind text not null, file_name text not null, plan jsonb not null, created_by text not null, created_at timestamp with time zone not null, committed_by text, committed_at timestamp with time zone) enable row level security force
table app.inspection (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, order_line_id uuid not null, delivery_id uuid not null, kind text not null, agreement_id uuid, lot jsonb not null, basis jsonb not null, criticality text not null, three_persons boolean not null, facts jsonb not null, items jsonb not null, opened_by text not null, opened_at timestamp with time zone not null, released_at timestamp with time zone, round integer not null default 1) enable row level security force
table app.inspection_file (inspection_id uuid not null, buyer_organization_id uuid not null, kind text not null, item_key text not null default ''::text, evidence_id uuid not null, evidence_organization_id uuid not null, file_name text not null, sha256 text not null, byte_size bigint not null, attached_by text not null, attached_by_member_id uuid, attached_at timestamp with time zone not null, detached_by text, detached_at timestamp with time zone) enable row level security force
table app.inspection_recorder (inspection_id uuid not null, buyer_organization_id uuid not null, person_key text not null, member_id uuid not null) enable row level security force
table app.inspection_result (inspection_id uuid not null, buyer_organization_id uuid not null, item_key text not null, method text not null, result text not null, note text, checked_on date not null, evidence jsonb not null, recorded_by text not null, recorded_by_person_key text, recorded_by_member_id uuid, recorded_at timestamp with time zone not null) enable row level security force
table app.inspection_return (inspection_id uuid not null, buyer_organization_id uuid not null, round integer not null, statement_sha256 text not null, reason text not null, returned_by text not null, returned_by_department text, returned_by_member_id uuid, returned_by_person_key text, returned_at timestamp with time zone not null) enable row level security force
table app.inspection_sign_off (inspection_id uuid not null, buyer_organization_id uuid not null, step text not null, name text not null, department text, member_id uuid not null, person_key text not null, method text not null, at timestamp with time zone not null, statement_sha256 text not null, round integer not null default 1) enable row level security force
table app.inspection_statement (inspection_id uuid not null, buyer_organization_id uuid not null, canonical text not null, sha256 text not null, verdict text, inspected_on date not null, judged_at timestamp with time zone not null, round integer not null default 1) enable row level security force
table app.installation_key (id uuid not null, kind text not null, certificate_pem text not null, encrypted_private_key bytea not null, created_at timestamp with time zone not null, retired_at timestamp with time zone) enable row level security force
table app.ledger_entry (buyer_organization_id uuid not null, chain_id uuid not null, sequence integer not null, supplier_organization_id uuid, written_by uuid not null, kind text not null, object_id uuid not null, object_sha256 text not null, previous text, hash text not null, at timestamp with time zone not null) enable row level security force
table app.mail_sent (organization_id uuid not null, event_id uuid not null, reaction text not null, recipient text not null, sent_at timestamp with time zone not null, refusal text) enable row level security force
table app.member (id uuid not null, organization_id uuid not null, identity_id uuid not null, display_name text not null, email text not null, department text, title text, person_key text, roles text[] not null, language text not null, joined_at timestamp with time zone not null, left_at timestamp with time zone) enable row level security force
table app.member_invitation (id uuid not null, organization_id uuid not null, email text not null, display_name text not null, department text, title text, person_key text, roles text[] not null, language text not null, invited_by uuid not null, invited_at timestamp with time zone not null, withdrawn_at timestamp with time zone, accepted_at timestamp with time zone, accepted_member_id uuid) enable row level security force
table app.nonconformity (id uuid not null, buyer_organization_id uuid not null, inspection_id uuid not null, item_key text not null, item_code text not null, title jsonb not null, description text not null, found_on date not null, found_by text not null, notified_at timestamp with time zone, round integer not null default 1) enable row level security force
table app.notification (id uuid not null, organization_id uuid not null, member_id uuid not null, kind text not null, object_kind text not null, object_id uuid not null, params jsonb not null, source_event_id uuid, created_at timestamp with time zone not null, read_at timestamp with time zone) enable row level security force
table app.notification_choice (organization_id uuid not null, member_id uuid not null, kind text not null, delivery text not null) enable row level security force
table app.notification_digest (organization_id uuid not null, member_id uuid not null, day date not null, up_to timestamp with time zone not null) enable row level security force
table app.object_grant (owner_organization_id uuid not null, object_kind text not null, object_id uuid not null, grantee_organization_id uuid not null, granted_at timestamp with time zone not null, revoked_at timestamp with time zone) enable row level security force
table app.order_line (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, supplier_site_id uuid not null, job_number text not null, po_number text not null, line_no integer not null, governing_document text not null, secure_requirement boolean not null, no_requirement_reason text, contract_form text not null, item_name text not null, model text, quantity numeric(15,3) not null, received_quantity numeric(15,3) not null default 0, unit text not null, ordered_on date not null, due_on date not null, delivery_place text, inspection_due_on date, amount numeric(15,2), payment_terms_days integer not null, criticality text, spec_criticality text, facts jsonb, agreement_id uuid, registered_by text not null, registered_at timestamp with time zone not null, placed_by text, placed_at timestamp with time zone, cancelled_by text, cancelled_at timestamp with time zone, cancel_reason text, state text not null default 
CASE
    WHEN (cancelled_at IS NOT NULL) THEN 'cancelled'::text
    WHEN (placed_at IS NOT NULL) THEN 'ordered'::text
    ELSE 'draft'::text
END, version integer not null default 1, planned_agreement_id uuid) enable row level security force
table app.organization (id uuid not null, name text not null, name_en text, corporate_number text, address text not null, time_zone text not null, default_language text not null, certificate_prefix text, sign_off_policy jsonb not null, disclosure_class text not null, retention_years integer not null, created_at timestamp with time zone not null, version integer not null) enable row level security force
table app.organization_key (id uuid not null, organization_id uuid not null, kind text not null, certificate_pem text not null, encrypted_private_key bytea not null, created_at timestamp with time zone not null, retired_at timestamp with time zone) enable row level security force
table app.reaction_done (event_id uuid not null, reaction text not null, organization_id uuid not null, at timestamp with time zone not null) enable row level security force
table app.request_acknowledgement (buyer_organization_id uuid not null, supplier_organization_id uuid not null, request_id uuid not null, acknowledged_by text not null, acknowledged_by_member_id uuid, acknowledged_at timestamp with time zone not null) enable row level security force
table app.request_bounce (id uuid not null, buyer_organization_id uuid not null, request_id uuid not null, address text not null, reason text not null, source text not null, event_id uuid, recorded_by text not null, recorded_at timestamp with time zone not null, settled_at timestamp with time zone, settled_by text) enable row level security force
table app.request_facts_correction (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, request_id uuid not null, written_by uuid not null, facts jsonb not null, reason text not null, corrected_by text not null, corrected_at timestamp with time zone not null) enable row level security force
table app.request_recipient (id uuid not null, buyer_organization_id uuid not null, request_id uuid not null, email text not null, name text, added_by text not null, added_at timestamp with time zone not null, replaced_at timestamp with time zone) enable row level security force
table app.request_reminder (id uuid not null, buyer_organization_id uuid not null, request_id uuid not null, kind text not null, due_on date not null, reminded_on date not null, reminded_by text not null, reminded_at timestamp with time zone not null) enable row level security force
table app.request_settings (organization_id uuid not null, reminders boolean not null, changed_by text not null, changed_at timestamp with time zone not null) enable row level security force
table app.request_talk (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, request_id uuid not null, written_by uuid not null, kind text not null, text text not null, said_by text not null, said_at timestamp with time zone not null) enable row level security force
table app.response (buyer_organization_id uuid not null, id uuid not null, supplier_organization_id uuid not null, request_id uuid not null, submissions integer not null default 0, started_by_name text not null, started_at timestamp with time zone not null) enable row level security force
table app.response_assignment (buyer_organization_id uuid not null, id uuid not null, supplier_organization_id uuid not null, response_id uuid not null, member_id uuid not null, requirement_keys text[] not null, note text, due_on date, assigned_by_name text not null, assigned_at timestamp with time zone not null, withdrawn_by_name text, withdrawn_at timestamp with time zone) enable row level security force
table app.response_progress (buyer_organization_id uuid not null, response_id uuid not null, supplier_organization_id uuid not null, request_id uuid not null, asked integer not null, answered integer not null, not_asked text[] not null, started_at timestamp with time zone not null) enable row level security force
table app.response_release (statement_id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, released_at timestamp with time zone not null) enable row level security force
table app.response_return (id uuid not null, statement_id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, message text, findings jsonb not null, returned_by_name text not null, returned_at timestamp with time zone not null) enable row level security force
table app.response_statement (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, response_id uuid, request_id uuid not null, revision integer not null, canonical text not null, sha256 text not null, submitted_by_member_id uuid, submitted_by_name text not null, submitted_at timestamp with time zone not null, proxy_evidence_id uuid) enable row level security force
table app.response_withdrawal (statement_id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, reason text not null, withdrawn_by_name text not null, withdrawn_at timestamp with time zone not null) enable row level security force
table app.review (id uuid not null, organization_id uuid not null, statement_id uuid not null, requirement_key text not null, opinion text not null, note text, reviewed_by_member_id uuid, reviewed_by_name text not null, reviewed_at timestamp with time zone not null, finding_text text, finding_target text, finding_due_on date) enable row level security force
table app.seal (id uuid not null, organization_id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, object_kind text not null, object_id uuid not null, envelope text not null, sha256 text not null, sealed_at timestamp with time zone not null) enable row level security force
table app.security_request (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid, supplier_site_id uuid, own_site_id uuid, specification_edition_id uuid not null, document_sha256 text not null, number text not null, number_year integer not null, number_sequence integer not null, due_on date not null, original_due_on date not null, note text, facts jsonb not null, level_decision jsonb not null, respondent jsonb not null, sent_at timestamp with time zone not null, sent_by text not null, sent_by_member_id uuid, extended_at timestamp with time zone, extension_reason text, withdrawn_at timestamp with time zone, withdrawal_reason text, sending_id uuid) enable row level security force
table app.site (id uuid not null, organization_id uuid not null, name text not null, name_en text, address text not null, created_at timestamp with time zone not null) enable row level security force
table app.specification (id uuid not null, organization_id uuid not null, number text not null, number_year integer not null, number_sequence integer not null, draft jsonb not null, draft_edition integer not null, approved_edition integer not null default 0, author_member_id uuid, author_name text not null, author_department text, author_person_key text, writer_marks text[] not null, submitted_at timestamp with time zone, submitted_by text, sent_back_at timestamp with time zone, sent_back_reason text, created_at timestamp with time zone not null, version integer not null) enable row level security force
table app.specification_edition (id uuid not null, organization_id uuid not null, specification_id uuid not null, edition integer not null, document jsonb not null, canonical text not null, sha256 text not null, writer_marks text[] not null, approved_by_member_id uuid, approved_by_name text not null, approved_by_person_key text not null, approved_at timestamp with time zone not null) enable row level security force
table app.specification_file (edition_id uuid not null, organization_id uuid not null, edition_sha256 text not null, sha256 text not null, byte_size bigint not null, stored_at timestamp with time zone not null) enable row level security force
table app.supplier_acceptance (id uuid not null, buyer_organization_id uuid not null, supplier_organization_id uuid not null, supplier_site_id uuid not null, token_id uuid not null, accepted_by text not null, accepted_at timestamp with time zone not null) enable row level security force
table app.supplier_site (id uuid not null, organization_id uuid not null, counterparty_code text not null, maker_name text not null, maker_name_en text, factory_name text not null, address text not null, kind text not null, sme boolean not null, registered_on date not null, approved_on date, contact_name text, contact_email text, joined_organization_id uuid, joined_at timestamp with time zone, version integer not null default 1) enable row level security force
table identity.access_token (id uuid not null, token_hash text not null, identity_id uuid not null, organization_id uuid not null, member_id uuid not null, name text not null, scopes text[] not null, created_at timestamp with time zone not null, expires_at timestamp with time zone not null, last_used_on date, revoked_at timestamp with time zone)
table identity.event (id uuid not null, identity_id uuid not null, kind text not null, at timestamp with time zone not null)
table identity.identity (id uuid not null, email text not null, display_name text not null, password_hash text, language text not null, time_zone text not null, created_at timestamp with time zone not null, password_changed_at timestamp with time zone)
table identity.membership (identity_id uuid not null, organization_id uuid not null, member_id uuid not null, active boolean not null, changed_at timestamp with time zone not null)
table identity.one_time_token (id uuid not null, kind text not null, token_hash text not null, email text not null, payload jsonb not null, created_at timestamp with time zone not null, expires_at timestamp with time zone not null, consumed_at timestamp with time zone, consumed_by uuid, consumed_for_organization uuid)
table identity.password_reset_request (id uuid not null, email text not null, requested_at timestamp with time zone not null, handled_at timestamp with time zone)
table identity.rate_limit (key character varying(255) not null, points integer not null default 0, expire bigint)
table identity.session (sid_hash text not null, identity_id uuid, organization_id uuid, data jsonb not null, created_at timestamp with time zone not null, last_seen_at timestamp with time zone not null, absolute_expires_at timestamp with time zone not null)
table identity.sign_in_attempt (subject text not null, key_hash text not null, failures integer not null, last_failed_at timestamp with time zone not null, locked_until timestamp with time zone)
table identity.sign_up_request (id uuid not null, email text not null, language text not null, requested_at timestamp with time zone not null, handled_at timestamp with time zone)
table identity.step_up_challenge (id uuid not null, sid_hash text not null, identity_id uuid not null, code_hash text, attempts integer not null, created_at timestamp with time zone not null, expires_at timestamp with time zone not null, finished_at timestamp with time zone)
table identity.step_up_grant (sid_hash text not null, method text not null, granted_at timestamp with time zone not null, expires_at timestamp with time zone not null)
table published.certificate (number text not null, code_sha256 text not null, statement_sha256 text not null, pdf_sha256 text, status text not null, issued_on date not null, replaced_by text, reason_kind text, holder_card bytea not null, changed_at timestamp with time zone not null)
table published.trust_anchor (sha256 text not null, pem text not null, created_at timestamp with time zone not null)
table verifier.rate_limit (key character varying(255) not null, points integer not null default 0, expire bigint)
