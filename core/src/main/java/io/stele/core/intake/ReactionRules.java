package io.stele.core.intake;

import io.stele.core.message.Reaction;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.stream.Stream;

/** A reaction is one emoji, or the removal of one. Its target is looked up elsewhere. */
final class ReactionRules {

    private ReactionRules() {}

    static Stream<InvalidField> broken(Reaction reaction) {
        String emoji = reaction.emoji();
        return Check.that(emoji == null || Emoji.isOne(emoji), Field.REACTION_EMOJI, "must be a single emoji");
    }
}
