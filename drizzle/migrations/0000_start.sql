CREATE TABLE "absence" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "absence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person" text NOT NULL,
	"kind" text NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"workspace" text NOT NULL,
	"standing" text NOT NULL,
	"zone" text,
	"locale" text,
	"domain" text,
	"home" text,
	"groups" jsonb
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"line" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" "bytea" NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"seal" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"message" "bytea" NOT NULL,
	"clause" text NOT NULL,
	"week" text NOT NULL,
	"holds" boolean DEFAULT true NOT NULL,
	"heard" boolean DEFAULT false NOT NULL,
	"expiresAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cron_run" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"text" "bytea" NOT NULL,
	"due" timestamp (3) with time zone NOT NULL,
	"expiresAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim" "bytea" NOT NULL,
	"clause" text NOT NULL,
	"rule" text NOT NULL,
	"code" text NOT NULL,
	"revision" integer NOT NULL,
	"stage" text NOT NULL,
	"author" text,
	"space" text,
	"message" text,
	"excerpt" "bytea",
	"excerptUntil" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gap" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gap_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"platform" text NOT NULL,
	"started" timestamp (3) with time zone NOT NULL,
	"ended" timestamp (3) with time zone,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "heartbeat" (
	"id" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"space" text NOT NULL,
	"account" text NOT NULL,
	"invitedBy" text,
	CONSTRAINT "membership_space_account_pk" PRIMARY KEY("space","account")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim" "bytea" NOT NULL,
	"addressee" "bytea" NOT NULL,
	"week" text NOT NULL,
	"clause" text NOT NULL,
	"rule" text NOT NULL,
	"code" text NOT NULL,
	"revision" integer NOT NULL,
	"data" jsonb,
	"finding" uuid,
	"account" text,
	"place" jsonb,
	"how" text,
	"receipt" text
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"language" text,
	"zone" text,
	"week" jsonb,
	"calendar" "bytea"
);
--> statement-breakpoint
CREATE TABLE "review_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"key" "bytea" NOT NULL,
	"origin" text NOT NULL,
	"clause" text,
	"rule" text,
	"code" text,
	"data" jsonb NOT NULL,
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"space" text,
	"message" text,
	"author" text,
	"reporter" text,
	"notice" uuid,
	"words" "bytea",
	"state" text NOT NULL,
	"claimedBy" text,
	"decidedBy" text,
	"barred" text,
	"opened" timestamp (3) with time zone NOT NULL,
	"closed" timestamp (3) with time zone,
	CONSTRAINT "review_case_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"number" integer PRIMARY KEY NOT NULL,
	"charter" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seal_check" (
	"id" integer PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signature" (
	"person" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "space" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"week" text NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tombstone" (
	"message" "bytea" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean NOT NULL,
	"expiresAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "week_key" (
	"week" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"expiresAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_claim_claim_key_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_claim_claim_key_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_finding_finding_id_fk" FOREIGN KEY ("finding") REFERENCES "public"."finding"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absence_person_index" ON "absence" USING btree ("person");--> statement-breakpoint
CREATE INDEX "account_person_index" ON "account" USING btree ("person");--> statement-breakpoint
CREATE INDEX "claim_message_index" ON "claim" USING btree ("message");--> statement-breakpoint
CREATE INDEX "claim_expiresAt_index" ON "claim" USING btree ("expiresAt");--> statement-breakpoint
CREATE INDEX "draft_person_index" ON "draft" USING btree ("person");--> statement-breakpoint
CREATE INDEX "draft_expiresAt_index" ON "draft" USING btree ("expiresAt");--> statement-breakpoint
CREATE INDEX "finding_claim_index" ON "finding" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "finding_excerptUntil_index" ON "finding" USING btree ("excerptUntil");--> statement-breakpoint
CREATE INDEX "finding_author_index" ON "finding" USING btree ("author");--> statement-breakpoint
CREATE INDEX "membership_account_index" ON "membership" USING btree ("account");--> statement-breakpoint
CREATE INDEX "notice_claim_index" ON "notice" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "notice_account_index" ON "notice" USING btree ("account");--> statement-breakpoint
CREATE INDEX "notice_finding_index" ON "notice" USING btree ("finding");--> statement-breakpoint
CREATE INDEX "review_case_key_index" ON "review_case" USING btree ("key");--> statement-breakpoint
CREATE INDEX "review_case_state_index" ON "review_case" USING btree ("state");--> statement-breakpoint
CREATE INDEX "review_case_author_index" ON "review_case" USING btree ("author");--> statement-breakpoint
CREATE INDEX "review_case_reporter_index" ON "review_case" USING btree ("reporter");