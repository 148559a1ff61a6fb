-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "announcement_status" ADD VALUE 'scheduled';
ALTER TYPE "announcement_status" ADD VALUE 'expired';
ALTER TYPE "announcement_status" ADD VALUE 'archived';

-- AlterEnum
ALTER TYPE "target_audience" ADD VALUE 'combined';

-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "acknowledgement_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "announced_revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "pinned_at" TIMESTAMPTZ(3),
ADD COLUMN     "revised_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "scheduled_for" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "announced_revision" INTEGER,
ADD COLUMN     "announcement_id" UUID;

-- AlterTable
ALTER TABLE "notification_recipient" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "seen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "locale" TEXT,
ADD COLUMN     "time_zone" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "announcement_revision" (
    "announcement_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "priority" "announcement_priority" NOT NULL,
    "announced" BOOLEAN NOT NULL,
    "edited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "announcement_revision_pkey" PRIMARY KEY ("announcement_id","revision")
);

-- CreateTable
CREATE TABLE "announcement_acknowledgement" (
    "announcement_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "announcement_acknowledgement_pkey" PRIMARY KEY ("announcement_id","user_id")
);

-- CreateTable
CREATE TABLE "announcement_reminder" (
    "id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "started_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "every_seconds" INTEGER,
    "rounds" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_arrival" (
    "notification_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_arrival_pkey" PRIMARY KEY ("user_id","notification_id","session_id")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "ip_address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',
    "correlation_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateIndex
CREATE INDEX "announcement_reminder_announcement_id_created_at_idx" ON "announcement_reminder"("announcement_id", "created_at");

-- CreateIndex
CREATE INDEX "announcement_reminder_next_at_idx" ON "announcement_reminder"("next_at");

-- CreateIndex
CREATE INDEX "audit_entry_created_at_idx" ON "audit_entry"("created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_idx" ON "audit_entry"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "announcement_created_by_created_at_idx" ON "announcement"("created_by", "created_at" DESC);

-- CreateIndex
CREATE INDEX "announcement_scheduled_for_idx" ON "announcement"("scheduled_for");

-- CreateIndex
CREATE INDEX "announcement_expires_at_idx" ON "announcement"("expires_at");

-- CreateIndex
CREATE INDEX "notification_announcement_id_idx" ON "notification"("announcement_id");

-- AddForeignKey
ALTER TABLE "announcement_revision" ADD CONSTRAINT "announcement_revision_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_revision" ADD CONSTRAINT "announcement_revision_edited_by_fkey" FOREIGN KEY ("edited_by") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_acknowledgement" ADD CONSTRAINT "announcement_acknowledgement_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_acknowledgement" ADD CONSTRAINT "announcement_acknowledgement_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_reminder" ADD CONSTRAINT "announcement_reminder_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_reminder" ADD CONSTRAINT "announcement_reminder_started_by_fkey" FOREIGN KEY ("started_by") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_arrival" ADD CONSTRAINT "notification_arrival_user_id_notification_id_fkey" FOREIGN KEY ("user_id", "notification_id") REFERENCES "notification_recipient"("user_id", "notification_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting" ADD CONSTRAINT "setting_updated_by_fkey" FOREIGN KEY ("updated_by") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: Prisma's schema cannot say "where". What the badge counts and the unread list reads, now without the archived.
DROP INDEX "notification_recipient_unread_idx";
CREATE INDEX "notification_recipient_unread_idx" ON "notification_recipient" ("user_id", "created_at" DESC, "notification_id" DESC) WHERE "read_at" IS NULL AND "archived_at" IS NULL;
