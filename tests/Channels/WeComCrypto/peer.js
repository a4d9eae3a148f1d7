// Reads JSON lines and answers each: {key, id, message} -> {encrypted, signature}; {key, encrypted} -> {message, id}.
import crypto from '@wecom/crypto';
import { createInterface } from 'node:readline';

for await (const line of createInterface({ input: process.stdin })) {
  const { key, id, message, encrypted, token, timestamp, nonce } = JSON.parse(line);
  const text = encrypted ?? crypto.encrypt(key, message, id);
  const signature = crypto.getSignature(token, timestamp, nonce, text);
  const opened = crypto.decrypt(key, text);
  console.log(JSON.stringify({ encrypted: text, signature, message: opened.message, id: opened.id }));
}
