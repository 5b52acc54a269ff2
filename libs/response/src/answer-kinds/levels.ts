import type { AnswerScale } from '@pure/catalog';
import type { AnswerKind } from './answer.js';

type Levels = Extract<AnswerScale, { kind: 'levels' }>;

/** 実施している: what a must asks for when the specification names no level (domain.md §4.1, target of 中 and 低). */
export const DEFAULT_REQUIRED_LEVEL = 3;

/** The achievement ladder 1–5 of the 32 items; other sources have other scales (domain.md §0b.14). */
export const levels: AnswerKind<Levels> = {
  kind: 'levels',
  options: (scale) => scale.levels.map(({ value, label }) => ({ value: String(value), label: { ja: `${value} ${label.ja}`, en: `${value} ${label.en}` } })),
  read: (scale, value) => {
    const found = scale.levels.find((level) => String(level.value) === value);
    return found && { kind: 'level', value: found.value };
  },
  show: (scale, answer) => {
    const found = answer.kind === 'level' ? scale.levels.find((level) => level.value === answer.value) : undefined;
    return found && { ja: `レベル${found.value}（${found.label.ja}）`, en: `Level ${found.value} (${found.label.en})` };
  },
  meets: (answer, requiredLevel) => answer.kind === 'level' && answer.value >= (requiredLevel ?? DEFAULT_REQUIRED_LEVEL),
  required: (_scale, requiredLevel) => {
    const level = requiredLevel ?? DEFAULT_REQUIRED_LEVEL;
    return { ja: `レベル${level}以上`, en: `level ${level} or above` };
  },
};
