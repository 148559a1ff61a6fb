-- AlterTable
ALTER TABLE "announcement" ADD COLUMN     "revised_by" UUID;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_revised_by_fkey" FOREIGN KEY ("revised_by") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
