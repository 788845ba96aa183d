package io.stele.core.intake;

import io.stele.core.address.EmailAddress;
import io.stele.core.message.Attachment;
import io.stele.core.message.Email;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Emails, by Zavu contract §2.1 and §3.9. */
final class EmailRules {

    private static final int LONGEST_SUBJECT = 998;
    private static final int MOST_ATTACHMENTS = 50;
    private static final long LARGEST_ATTACHMENTS = 40L * 1024 * 1024;
    private static final int LONGEST_FILENAME = 255;
    private static final int LONGEST_CONTENT_ID = 100;
    private static final int LONGEST_TYPE = 255;
    /** A type and a subtype as RFC 6838 names them, with what parameters there are in one line. */
    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}(?: *;[ -~]*)?");

    private EmailRules() {}

    static Stream<InvalidField> broken(Email email) {
        String replyTo = email.replyTo();
        return Check.all(
                Check.required(Field.EMAIL_SUBJECT, email.subject(), LONGEST_SUBJECT),
                oneLine(Field.EMAIL_SUBJECT, email.subject()),
                Check.that(
                        hasWords(email.text()) || hasWords(email.html()),
                        Field.EMAIL_BODY,
                        "must have a text or HTML that is not blank"),
                Check.that(
                        replyTo == null || EmailAddress.parse(replyTo).isPresent(),
                        Field.EMAIL_REPLY_TO,
                        "must be an email address"),
                oneLine(Field.EMAIL_REPLY_TO, replyTo),
                attachments(email));
    }

    private static Stream<InvalidField> attachments(Email email) {
        long size = email.attachments().stream()
                .map(Attachment::size)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return Check.all(
                Check.that(
                        email.attachments().size() <= MOST_ATTACHMENTS,
                        Field.ATTACHMENTS,
                        "must have at most " + MOST_ATTACHMENTS + " files"),
                Check.that(size <= LARGEST_ATTACHMENTS, Field.ATTACHMENTS, "must have at most 40 MB in all"),
                Check.each(
                        email.attachments(),
                        attachment -> Check.all(
                                Check.required(Field.ATTACHMENT_FILENAME, attachment.filename(), LONGEST_FILENAME),
                                oneLine(Field.ATTACHMENT_FILENAME, attachment.filename()),
                                Check.that(
                                        isMediaType(attachment.mimeType()),
                                        Field.ATTACHMENT_TYPE,
                                        "must be a media type such as application/pdf"),
                                contentId(attachment.contentId()),
                                Check.link(Field.ATTACHMENT_LINK, attachment.link()))));
    }

    private static Stream<InvalidField> contentId(@Nullable String id) {
        return id == null
                ? Stream.empty()
                : Check.all(
                        Check.required(Field.ATTACHMENT_CONTENT_ID, id, LONGEST_CONTENT_ID),
                        oneLine(Field.ATTACHMENT_CONTENT_ID, id));
    }

    private static boolean isMediaType(String text) {
        return text.length() <= LONGEST_TYPE && TYPE.matcher(text).matches();
    }

    /** Whatever goes into a header of the email stays within it. */
    private static Stream<InvalidField> oneLine(Field field, @Nullable String text) {
        return Check.that(text == null || isOneLine(text), field, "must not have line breaks or control characters");
    }

    private static boolean isOneLine(String text) {
        return text.codePoints().allMatch(each -> each == '\t' || !Character.isISOControl(each));
    }

    private static boolean hasWords(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
