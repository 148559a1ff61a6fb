-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "status_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "suspended_until" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "people_import" (
    "id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "error_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "people_import_expires_at_idx" ON "people_import"("expires_at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_created_at_idx" ON "audit_entry"("actor_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "app_user_name_id_idx" ON "app_user"("name", "id");

-- CreateIndex
CREATE INDEX "app_user_suspended_until_idx" ON "app_user"("suspended_until");

-- AddForeignKey
ALTER TABLE "people_import" ADD CONSTRAINT "people_import_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
