import type { Language, SectionRole } from '../languages/language.js';
import type { HeadingBlock } from './document.js';
import { isSectionOf } from './section-names.js';
import { isQuestion } from './words.js';

const ROLES: readonly SectionRole[] = ['references', 'further reading', 'questions', 'glossary', 'summary'];

/** Where in the article's sections the reading stands. Headings come in order; a role holds for the headings below. */
export class Sections {
  private stack: { readonly heading: HeadingBlock; readonly role: SectionRole | null }[] = [];
  private asked = false;
  private entered = false;

  constructor(private readonly language: Language) {}

  enter(heading: HeadingBlock): void {
    const { text } = heading.content;
    const inQuestions = this.role('questions');
    this.asked = inQuestions && isQuestion(text, this.language);
    // In plain text all headings are of one level: a question does not end the section of questions.
    if (this.asked) return;
    while (this.stack.length > 0 && this.stack[this.stack.length - 1]!.heading.level >= heading.level) this.stack.pop();
    const role = ROLES.find((each) => isSectionOf(each, text, this.language)) ?? null;
    this.stack.push({ heading, role });
    this.entered ||= role !== 'summary';
  }

  /** A question that is no heading stands here: in a section of questions, what follows answers it. */
  ask(): void {
    this.asked = this.role('questions');
  }

  /** The nearest heading; null before the first. */
  get heading(): string | null {
    return this.stack[this.stack.length - 1]?.heading.content.text.trim() ?? null;
  }

  /** Before the first heading of the article's body: the lede. */
  get beforeFirst(): boolean {
    return !this.entered && this.stack.length === 0;
  }

  /** Under a question of a section of questions. */
  get answering(): boolean {
    return this.asked;
  }

  /** Under a heading of its own within a section that has a role. */
  get nested(): boolean {
    return this.stack.length > 1 && this.stack[this.stack.length - 1]!.role === null;
  }

  role(role: SectionRole): boolean {
    return this.stack.some((each) => each.role === role);
  }
}
