package io.stele.core.message;

/**
 * What a message says.
 *
 * <p>Every {@code switch} over it is exhaustive without a {@code default}: a new kind does not compile until each API and
 * each channel has said what it does with it.
 */
public sealed interface Content
        permits Text,
                Media,
                Location,
                ContactCards,
                Reaction,
                Interactive,
                Reply,
                TemplateUse,
                Order,
                Email,
                Speech,
                SystemNote,
                Unsupported {}
