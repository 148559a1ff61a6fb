-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "changed_by" UUID;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
