-- CreateTable
CREATE TABLE "mail_bounce" (
    "digest" TEXT NOT NULL,
    "mail_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "is_final" BOOLEAN NOT NULL,
    "is_of_address" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_bounce_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE INDEX "mail_bounce_address_received_at_idx" ON "mail_bounce"("address", "received_at");

-- CreateIndex
CREATE INDEX "mail_bounce_received_at_idx" ON "mail_bounce"("received_at");
