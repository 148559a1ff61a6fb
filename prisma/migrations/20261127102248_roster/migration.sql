-- CreateTable
CREATE TABLE "roster_source" (
    "part" TEXT NOT NULL,
    "sourced_id" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "person_id" UUID,

    CONSTRAINT "roster_source_pkey" PRIMARY KEY ("part","sourced_id")
);

-- CreateTable
CREATE TABLE "roster_import" (
    "id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "rows" JSONB NOT NULL,
    "seats" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "error_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "roster_source_part_target_id_idx" ON "roster_source"("part", "target_id");

-- CreateIndex
CREATE INDEX "roster_import_expires_at_idx" ON "roster_import"("expires_at");

-- AddForeignKey
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
