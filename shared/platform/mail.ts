/** Outgoing mail through nodemailer: SMTP where `smtpUrl` is given (locally our own sink), Amazon SES otherwise. */
import type { Transporter } from 'nodemailer';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The Message-ID without brackets; sent again under the same one, mailboxes show the mail once. */
  readonly id?: string;
  /** Takes a POST that ends mails like this one: RFC 2369 and, for one click, RFC 8058. */
  readonly unsubscribeUrl?: string;
};

export type Mailer = { send(mail: Mail): Promise<void> };

export function createMailer(options: { from: string; smtpUrl?: string | undefined }): Mailer {
  let opening: Promise<Transporter> | undefined;
  return {
    async send({ to, subject, text, html, id, unsubscribeUrl }) {
      // A header may not end early: nodemailer folds, but a line break in what we were given is never meant.
      if (/[\r\n]/.test(to + subject + (unsubscribeUrl ?? ''))) throw new Error('A mail header holds a line break');
      opening ??= open(options.smtpUrl);
      const transport = await opening;
      await transport.sendMail({
        from: options.from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        ...(id && { messageId: `<${id}>` }),
        ...(unsubscribeUrl && {
          headers: {
            'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        }),
      });
    },
  };
}

/** The way out, loaded with the first mail: most processes send none. */
async function open(smtpUrl: string | undefined): Promise<Transporter> {
  const { default: nodemailer } = await import('nodemailer');
  if (smtpUrl !== undefined) return nodemailer.createTransport(smtpUrl);
  const { SESv2Client, SendEmailCommand } = await import('@aws-sdk/client-sesv2');
  return nodemailer.createTransport({ SES: { sesClient: new SESv2Client({}), SendEmailCommand } });
}

/**
 * Whether a failed {@link Mailer.send} surely happened before the server took the mail, so that sending again is no second
 * mail. nodemailer names the SMTP command that failed; an HTTP status below 500 is the service's refusal.
 */
export function neverAccepted(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { command, code, $metadata } = error as { command?: unknown; code?: unknown; $metadata?: unknown };
  if (typeof command === 'string') return /^(?:CONN|API|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL FROM|RCPT TO)/.test(command);
  if (typeof code === 'string' && /^(?:ECONNREFUSED|ENOTFOUND|EDNS|EAUTH|EENVELOPE)$/.test(code)) return true;
  const status = ($metadata as { httpStatusCode?: number } | undefined)?.httpStatusCode;
  return status !== undefined && status >= 400 && status < 500;
}
