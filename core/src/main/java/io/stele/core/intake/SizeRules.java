package io.stele.core.intake;

import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much a message may say in all, whatever it consists of: each message is held in memory and written as one row. The files of an email are not
 * counted, which are rows of their own.
 */
final class SizeRules {

    private static final int MOST = 262_144;
    /** An email is a document of its own kind. */
    private static final int MOST_OF_EMAIL = 1_048_576;

    /** The accessors of a record's parts. A part that is added later is counted with the others. */
    private static final ClassValue<List<Method>> PARTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private SizeRules() {}

    static Stream<InvalidField> broken(Content content) {
        int most = content instanceof Email ? MOST_OF_EMAIL : MOST;
        return Check.that(isWithin(content, most), blamed(content), "must have at most " + most + " characters in all");
    }

    /** The field that can be long in such a content. */
    private static Field blamed(Content content) {
        return switch (content) {
            case Text _, Reply _, Order _, SystemNote _, Unsupported _ -> Field.TEXT_BODY;
            case Media _ -> Field.MEDIA_FILE;
            case Location _ -> Field.LOCATION_ADDRESS;
            case ContactCards _ -> Field.CONTACT_CARDS;
            case Reaction _ -> Field.REACTION_TARGET;
            case Interactive _ -> Field.INTERACTIVE;
            case TemplateUse _ -> Field.TEMPLATE_COMPONENTS;
            case Email _ -> Field.EMAIL_BODY;
            case Speech _ -> Field.SPEECH_TEXT;
        };
    }

    /** Whether all texts and numbers within have at most so many characters, where every part counts as one more. */
    private static boolean isWithin(Object whole, int most) {
        Deque<Object> open = new ArrayDeque<>();
        open.push(whole);
        long seen = 0;
        while (!open.isEmpty() && seen <= most) {
            Object part = open.pop();
            seen += 1;
            switch (part) {
                case String text -> seen += text.length();
                case BigDecimal number -> seen += number.precision();
                case Collection<?> parts -> open.addAll(parts);
                case Map<?, ?> members -> {
                    open.addAll(members.keySet());
                    open.addAll(members.values());
                }
                case Record composed -> addParts(composed, open);
                default -> {}
            }
        }
        return seen <= most;
    }

    private static void addParts(Record composed, Deque<Object> open) {
        for (Method accessor : PARTS.get(composed.getClass())) {
            try {
                Object part = accessor.invoke(composed);
                if (part != null) {
                    open.push(part);
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("the parts of the domain are public: " + accessor, e);
            }
        }
    }
}
