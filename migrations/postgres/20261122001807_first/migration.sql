CREATE TABLE "accounts" (
	"id" text PRIMARY KEY,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"key_account" boolean NOT NULL,
	"in_good_standing" boolean NOT NULL,
	"bill_to" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" integer PRIMARY KEY,
	"at" timestamp(3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"data" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"id" text PRIMARY KEY,
	"case_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"by_name" text NOT NULL,
	"by_person" text,
	"text" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_vectors" (
	"case_id" text PRIMARY KEY,
	"account_id" text NOT NULL,
	"text" text NOT NULL,
	"embedder" text NOT NULL,
	"embedding" halfvec(384) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY,
	"number" text NOT NULL,
	"account_id" text NOT NULL,
	"case_type" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"short_description" text NOT NULL,
	"invoice_number" text,
	"reason_code" text,
	"currency" text,
	"disputed_minor" bigint,
	"approved_minor" bigint,
	"priority" integer NOT NULL,
	"queue" text NOT NULL,
	"queue_rule" text NOT NULL,
	"assigned_to" text,
	"channel" text NOT NULL,
	"conversation_id" text,
	"opened_by" text,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"first_reply_due_at" timestamp(3) with time zone,
	"first_reply_at" timestamp(3) with time zone,
	"resolution_due_at" timestamp(3) with time zone,
	"paused_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"resolution_code" text,
	"resolution_notes" text,
	"policy_version" text NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" text PRIMARY KEY,
	"conversation_id" text NOT NULL,
	"asked_after" integer NOT NULL,
	"tool" text NOT NULL,
	"input_hash" text NOT NULL,
	"input" jsonb NOT NULL,
	"view" jsonb NOT NULL,
	"state" text NOT NULL,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" text PRIMARY KEY,
	"side" text NOT NULL,
	"state" text NOT NULL,
	"person_id" text,
	"visitor_id" text,
	"account_id" text,
	"language" text NOT NULL,
	"invoice_number" text,
	"case_id" text,
	"rep_id" text,
	"last_seq" integer NOT NULL,
	"context_from" integer NOT NULL,
	"queued_at" timestamp(3) with time zone,
	"accepted_at" timestamp(3) with time zone,
	"handover_reason" text,
	"summary" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit_note_lines" (
	"credit_note_number" text,
	"line" integer,
	"invoice_line" integer,
	"item_id" text NOT NULL,
	"description" text NOT NULL,
	"quantity" text NOT NULL,
	"unit_code" text NOT NULL,
	"unit_price" text NOT NULL,
	"price_base_quantity" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_category" text NOT NULL,
	"tax_rate" text NOT NULL,
	CONSTRAINT "credit_note_lines_pkey" PRIMARY KEY("credit_note_number","line")
);
--> statement-breakpoint
CREATE TABLE "credit_notes" (
	"number" text PRIMARY KEY,
	"account_id" text NOT NULL,
	"invoice_number" text NOT NULL,
	"issue_date" date NOT NULL,
	"currency" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"reason_code" text,
	"reason" text,
	"bill_to" jsonb NOT NULL,
	"proposal_id" text,
	CONSTRAINT "credit_notes_positive" CHECK ("total_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "despatch_lines" (
	"despatch_number" text,
	"line" integer,
	"order_line" integer NOT NULL,
	"item_id" text NOT NULL,
	"quantity" text NOT NULL,
	"unit_code" text NOT NULL,
	"backorder_quantity" text,
	"backorder_reason" text,
	CONSTRAINT "despatch_lines_pkey" PRIMARY KEY("despatch_number","line")
);
--> statement-breakpoint
CREATE TABLE "despatches" (
	"number" text PRIMARY KEY,
	"account_id" text NOT NULL,
	"order_number" text NOT NULL,
	"issue_date" date NOT NULL,
	"state" text NOT NULL,
	"signed_at" timestamp(3) with time zone,
	"signed_by" text,
	"carrier" text,
	"warehouse" text
);
--> statement-breakpoint
CREATE TABLE "dispute_items" (
	"case_id" text,
	"invoice_number" text NOT NULL,
	"line" integer,
	"description" text NOT NULL,
	"state" text NOT NULL,
	"reason_code" text NOT NULL,
	"unit_code" text NOT NULL,
	"invoiced_quantity" text NOT NULL,
	"claimed_quantity" text,
	"disputed_quantity" text NOT NULL,
	"expected_unit_price" text,
	"approved_quantity" text,
	"disputed_minor" bigint NOT NULL,
	"approved_minor" bigint,
	"open_key" text,
	CONSTRAINT "dispute_items_pkey" PRIMARY KEY("case_id","line")
);
--> statement-breakpoint
CREATE TABLE "goods_returns" (
	"number" text PRIMARY KEY,
	"account_id" text NOT NULL,
	"order_number" text NOT NULL,
	"order_line" integer NOT NULL,
	"item_id" text NOT NULL,
	"quantity" text NOT NULL,
	"unit_code" text NOT NULL,
	"received_on" date NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"invoice_number" text,
	"line" integer,
	"kind" text NOT NULL,
	"item_id" text NOT NULL,
	"description" text NOT NULL,
	"quantity" text NOT NULL,
	"unit_code" text NOT NULL,
	"unit_price" text NOT NULL,
	"price_base_quantity" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_category" text NOT NULL,
	"tax_rate" text NOT NULL,
	"order_line" integer,
	"note" text,
	CONSTRAINT "invoice_lines_pkey" PRIMARY KEY("invoice_number","line")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"number" text PRIMARY KEY,
	"account_id" text NOT NULL,
	"type_code" text NOT NULL,
	"issue_date" date NOT NULL,
	"due_date" date NOT NULL,
	"currency" text NOT NULL,
	"order_number" text,
	"buyer_reference" text,
	"contract_number" text,
	"bill_to" jsonb NOT NULL,
	"ship_to" jsonb,
	"note" text,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"prepaid_minor" bigint NOT NULL,
	CONSTRAINT "invoices_currency" CHECK (length("currency") = 3)
);
--> statement-breakpoint
CREATE TABLE "log_entries" (
	"conversation_id" text,
	"seq" integer,
	"id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"author" text NOT NULL,
	"author_name" text,
	"audience" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "log_entries_pkey" PRIMARY KEY("conversation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"key" text PRIMARY KEY,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"case_number" text,
	"link" text,
	"sent_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"order_number" text,
	"line" integer,
	"item_id" text NOT NULL,
	"description" text NOT NULL,
	"quantity" text NOT NULL,
	"unit_code" text NOT NULL,
	"unit_price" text,
	CONSTRAINT "order_lines_pkey" PRIMARY KEY("order_number","line")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"number" text PRIMARY KEY,
	"account_id" text NOT NULL,
	"issue_date" date NOT NULL,
	"currency" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"key" text PRIMARY KEY,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"last_error" text,
	"done_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payment_allocations" (
	"payment_number" text,
	"invoice_number" text,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "payment_allocations_pkey" PRIMARY KEY("payment_number","invoice_number")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"number" text PRIMARY KEY,
	"account_id" text NOT NULL,
	"received_on" date NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reference" text
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"account_id" text,
	"language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_passages" (
	"id" text PRIMARY KEY,
	"document" text NOT NULL,
	"title" text NOT NULL,
	"section" text NOT NULL,
	"version" text NOT NULL,
	"text" text NOT NULL,
	"embedder" text NOT NULL,
	"embedding" halfvec(384) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"person_id" text PRIMARY KEY,
	"state" text NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "price_list_entries" (
	"id" text PRIMARY KEY,
	"price_list" text NOT NULL,
	"account_id" text,
	"item_id" text NOT NULL,
	"currency" text NOT NULL,
	"unit_price" text NOT NULL,
	"unit_code" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"lines" jsonb NOT NULL,
	"reason" text,
	"preview" jsonb NOT NULL,
	"preview_token" text NOT NULL,
	"proposed_by" text NOT NULL,
	"approved_by" text,
	"approved_at" timestamp(3) with time zone,
	"hold_until" timestamp(3) with time zone,
	"note" text,
	"live_key" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"outcome_number" text,
	"outcome_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "receipt_lines" (
	"receipt_number" text,
	"line" integer,
	"order_line" integer NOT NULL,
	"item_id" text NOT NULL,
	"quantity" text NOT NULL,
	"unit_code" text NOT NULL,
	"short_quantity" text,
	"shortage_action_code" text,
	"rejected_quantity" text,
	"reject_reason_code" text,
	"reject_reason" text,
	"reject_action_code" text,
	CONSTRAINT "receipt_lines_pkey" PRIMARY KEY("receipt_number","line")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"number" text PRIMARY KEY,
	"account_id" text NOT NULL,
	"order_number" text NOT NULL,
	"despatch_number" text,
	"issue_date" date NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "replacement_orders" (
	"number" text PRIMARY KEY,
	"proposal_id" text NOT NULL,
	"case_id" text NOT NULL,
	"account_id" text NOT NULL,
	"invoice_number" text NOT NULL,
	"issue_date" date NOT NULL,
	"promise_date" date NOT NULL,
	"lines" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sequences" (
	"name" text PRIMARY KEY,
	"next" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY,
	"person_id" text NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"used_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"item_id" text PRIMARY KEY,
	"base_unit" text NOT NULL,
	"per_unit" jsonb NOT NULL,
	"available" text NOT NULL,
	"next_arrival" date,
	"next_quantity" text,
	"lead_time_days" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"conversation_id" text,
	"answers" integer,
	"state" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"runner" text NOT NULL,
	"lease_until" timestamp(3) with time zone NOT NULL,
	"model" text,
	"prompt_version" text,
	"messages" jsonb,
	"usage" jsonb,
	CONSTRAINT "turns_pkey" PRIMARY KEY("conversation_id","answers")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "case_events_place" ON "case_events" ("case_id","seq");--> statement-breakpoint
CREATE INDEX "case_vectors_account" ON "case_vectors" ("account_id");--> statement-breakpoint
CREATE INDEX "case_vectors_nearest" ON "case_vectors" USING hnsw ("embedding" halfvec_cosine_ops) WITH (m=16, ef_construction=64);--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_request" ON "cases" ("request_id");--> statement-breakpoint
CREATE INDEX "cases_account" ON "cases" ("account_id","opened_at");--> statement-breakpoint
CREATE INDEX "cases_state" ON "cases" ("state","queue");--> statement-breakpoint
CREATE INDEX "cases_invoice" ON "cases" ("invoice_number");--> statement-breakpoint
CREATE INDEX "confirmations_conversation" ON "confirmations" ("conversation_id","state");--> statement-breakpoint
CREATE INDEX "conversations_person" ON "conversations" ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "conversations_visitor" ON "conversations" ("visitor_id");--> statement-breakpoint
CREATE INDEX "conversations_state" ON "conversations" ("state","queued_at");--> statement-breakpoint
CREATE INDEX "conversations_case" ON "conversations" ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_notes_proposal" ON "credit_notes" ("proposal_id");--> statement-breakpoint
CREATE INDEX "credit_notes_invoice" ON "credit_notes" ("invoice_number");--> statement-breakpoint
CREATE INDEX "credit_notes_account" ON "credit_notes" ("account_id");--> statement-breakpoint
CREATE INDEX "despatches_order" ON "despatches" ("order_number");--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_items_open" ON "dispute_items" ("open_key");--> statement-breakpoint
CREATE INDEX "dispute_items_invoice" ON "dispute_items" ("invoice_number");--> statement-breakpoint
CREATE INDEX "goods_returns_order" ON "goods_returns" ("order_number");--> statement-breakpoint
CREATE INDEX "invoices_account" ON "invoices" ("account_id","issue_date");--> statement-breakpoint
CREATE UNIQUE INDEX "log_entries_id" ON "log_entries" ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "mails_sent" ON "mails" ("sent_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" ("done_at","due_at");--> statement-breakpoint
CREATE INDEX "payment_allocations_invoice" ON "payment_allocations" ("invoice_number");--> statement-breakpoint
CREATE INDEX "payments_account" ON "payments" ("account_id","received_on");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" ("email");--> statement-breakpoint
CREATE INDEX "people_account" ON "people" ("account_id");--> statement-breakpoint
CREATE INDEX "policy_passages_nearest" ON "policy_passages" USING hnsw ("embedding" halfvec_cosine_ops) WITH (m=16, ef_construction=64);--> statement-breakpoint
CREATE INDEX "price_list_entries_item" ON "price_list_entries" ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_live" ON "proposals" ("live_key");--> statement-breakpoint
CREATE INDEX "proposals_case" ON "proposals" ("case_id");--> statement-breakpoint
CREATE INDEX "proposals_state" ON "proposals" ("state");--> statement-breakpoint
CREATE INDEX "receipts_order" ON "receipts" ("order_number");--> statement-breakpoint
CREATE UNIQUE INDEX "replacement_orders_proposal" ON "replacement_orders" ("proposal_id");--> statement-breakpoint
CREATE INDEX "replacement_orders_invoice" ON "replacement_orders" ("invoice_number");--> statement-breakpoint
CREATE INDEX "turns_state" ON "turns" ("state","lease_until");--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "case_vectors" ADD CONSTRAINT "case_vectors_case_id_cases_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_conversation_id_conversations_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id");--> statement-breakpoint
ALTER TABLE "credit_note_lines" ADD CONSTRAINT "credit_note_lines_credit_note_number_credit_notes_number_fkey" FOREIGN KEY ("credit_note_number") REFERENCES "credit_notes"("number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "despatch_lines" ADD CONSTRAINT "despatch_lines_despatch_number_despatches_number_fkey" FOREIGN KEY ("despatch_number") REFERENCES "despatches"("number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "dispute_items" ADD CONSTRAINT "dispute_items_case_id_cases_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_number_invoices_number_fkey" FOREIGN KEY ("invoice_number") REFERENCES "invoices"("number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "log_entries" ADD CONSTRAINT "log_entries_conversation_id_conversations_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id");--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_number_orders_number_fkey" FOREIGN KEY ("order_number") REFERENCES "orders"("number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_payment_number_payments_number_fkey" FOREIGN KEY ("payment_number") REFERENCES "payments"("number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_account_id_accounts_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id");--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "receipt_lines" ADD CONSTRAINT "receipt_lines_receipt_number_receipts_number_fkey" FOREIGN KEY ("receipt_number") REFERENCES "receipts"("number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_conversation_id_conversations_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id");