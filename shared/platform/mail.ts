/** Outgoing mail through nodemailer: SMTP where `smtpUrl` is given (locally our own sink), Amazon SES otherwise. */
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import nodemailer from 'nodemailer';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html?: string };

export type Mailer = { send(mail: Mail): Promise<void> };

export function createMailer(options: { from: string; smtpUrl?: string | undefined }): Mailer {
  const transport =
    options.smtpUrl === undefined
      ? nodemailer.createTransport({ SES: { sesClient: new SESv2Client({}), SendEmailCommand } })
      : nodemailer.createTransport(options.smtpUrl);
  return {
    async send({ to, subject, text, html }) {
      // A header may not end early: nodemailer folds, but a line break in what we were given is never meant.
      if (/[\r\n]/.test(to + subject)) throw new Error('A mail header holds a line break');
      await transport.sendMail({ from: options.from, to: { name: '', address: to }, subject, text, html });
    },
  };
}
