/**
 * Sentences in a posting that give orders to whoever, or whatever, reads it: traps for careless applicants and orders to
 * machines. They are shown to the person and followed by nobody else.
 */

const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,40}\b(?:previous|prior|above|earlier|preceding|instructions?|prompts?)\b/i,
  /\b(?:if|when) you(?:['’]re| are) (?:an? )?(?:ai\b|llm\b|bot\b|chatbot|automated|artificial|(?:large )?language model)/i,
  /\b(?:ais|llms|ai (?:agents?|assistants?|tools?|models?)|language models?|chatgpt|chatbots?)\b[^.!?\n]{0,30}\b(?:must|should|reading|please)\b/i,
  /\b(?:begin|start|open|title) (?:your|the) (?:answer|application|cover letter|letter|response|reply|message|e-?mail|subject(?: line)?)\b[^.!?\n]{0,40}\b(?:with|by)\b/i,
  /\b(?:include|mention|use|write|put|say)\b[^.!?\n]{0,20}\b(?:the|this|following) (?:secret |code ?)?(?:word|phrase)\b/i,
];
const SENTENCE = /[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?/g;
const MOST = 5;
/** Characters of a sentence that are shown. */
const MOST_LETTERS = 240;

/** Up to five such sentences, as the posting writes them. */
export function ordersIn(text: string): string[] {
  const found: string[] = [];
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (found.length >= MOST) break;
    if (ORDERS.some((order) => order.test(sentence.slice(0, 2000)))) found.push(sentence.trim().slice(0, MOST_LETTERS));
  }
  return [...new Set(found)];
}
