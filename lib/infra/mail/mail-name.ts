const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IN_MESSAGE_ID = new RegExp(`<(${UUID})@nimbusu>`, 'i');
const IN_ADDRESS = new RegExp(`\\+(${UUID})@`, 'i');
const ALONE = new RegExp(`^${UUID}$`, 'i');

/** The Message-ID of a mail, the same at every attempt. */
export const messageIdOf = (id: string) => `<${id}@nimbusu>`;

/** The mail that a Message-ID is of; `null` for somebody else's. */
export const mailOfMessageId = (text: string) => IN_MESSAGE_ID.exec(text)?.[1]?.toLowerCase() ?? null;

/** Where reports of one mail go: `bounces+<id>@mail.example.edu`. */
export const returnAddressOf = (bounceAddress: string, id: string) => bounceAddress.replace('@', `+${id}@`);

/** The mail that an address to return to is of. */
export const mailOfReturnAddress = (text: string) => IN_ADDRESS.exec(text)?.[1]?.toLowerCase() ?? null;

/** The mail that an envelope was named by. */
export const mailOfEnvelope = (text: string) => (ALONE.test(text) ? text.toLowerCase() : null);
