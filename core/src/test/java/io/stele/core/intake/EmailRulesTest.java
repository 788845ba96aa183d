package io.stele.core.intake;

import static io.stele.core.intake.Rules.refusedOn;
import static io.stele.core.intake.Rules.takenOn;
import static io.stele.core.intake.Rules.words;

import io.stele.core.channel.Channel;
import io.stele.core.message.Attachment;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmailRulesTest {

    private static final long MEBIBYTE = 1024 * 1024;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefused(String name, Channel channel, Content content, Rejection expected) {
        Rules.assertRefused(channel, content, expected);
    }

    static Stream<Arguments> isRefused() {
        String oneLine = "must not have line breaks or control characters";
        String type = "must be a media type such as application/pdf";
        return Stream.of(
                refused("no subject", email(null, "Hi", null), Field.EMAIL_SUBJECT, "must be given"),
                refused("blank subject", email(" ", "Hi", null), Field.EMAIL_SUBJECT, "must not be blank"),
                refused(
                        "long subject",
                        email(words(999), "Hi", null),
                        Field.EMAIL_SUBJECT,
                        "must have at most 998 characters"),
                refused("second header", email("Hi\r\nBcc: a@b.example", "Hi", null), Field.EMAIL_SUBJECT, oneLine),
                refused(
                        "no body",
                        email("Hi", null, null),
                        Field.EMAIL_BODY,
                        "must have a text or HTML that is not blank"),
                refused(
                        "blank body",
                        email("Hi", " ", ""),
                        Field.EMAIL_BODY,
                        "must have a text or HTML that is not blank"),
                refused(
                        "reply address",
                        new Email("Hi", "Hi", null, "nobody", List.of()),
                        Field.EMAIL_REPLY_TO,
                        "must be an email address"),
                refused(
                        "line break around the reply address",
                        new Email("Hi", "Hi", null, "answers@example.com\r\n", List.of()),
                        Field.EMAIL_REPLY_TO,
                        oneLine),
                refused("no media type", with(List.of(typed("a.txt"))), Field.ATTACHMENT_TYPE, type, 0),
                refused("empty media type", with(List.of(typed(""))), Field.ATTACHMENT_TYPE, type, 0),
                refused("second header", with(List.of(typed("a/b\r\nBcc: c"))), Field.ATTACHMENT_TYPE, type, 0),
                refused("line break in a parameter", with(List.of(typed("a/b; c=\nd"))), Field.ATTACHMENT_TYPE, type, 0),
                refused("letters of no media type", with(List.of(typed("ä/b"))), Field.ATTACHMENT_TYPE, type, 0),
                refused("long media type", with(List.of(typed("a/" + "b".repeat(128)))), Field.ATTACHMENT_TYPE, type, 0),
                refused("long parameter", with(List.of(typed("a/b;" + "c".repeat(252)))), Field.ATTACHMENT_TYPE, type, 0),
                refused(
                        "too many files",
                        with(Collections.nCopies(51, stored("a.txt", 1, null))),
                        Field.ATTACHMENTS,
                        "must have at most 50 files"),
                refused(
                        "too large",
                        with(List.of(stored("a.bin", 39 * MEBIBYTE, null), stored("b.bin", MEBIBYTE + 1, null))),
                        Field.ATTACHMENTS,
                        "must have at most 40 MB in all"),
                refused(
                        "content id",
                        with(List.of(stored("a.png", 1, "a"), stored("a.png", 1, words(101)))),
                        Field.ATTACHMENT_CONTENT_ID,
                        "must have at most 100 characters",
                        1),
                refused(
                        "blank content id",
                        with(List.of(stored("a.png", 1, ""))),
                        Field.ATTACHMENT_CONTENT_ID,
                        "must not be blank",
                        0),
                refused(
                        "broken content id",
                        with(List.of(stored("a.png", 1, "a\nb"))),
                        Field.ATTACHMENT_CONTENT_ID,
                        oneLine,
                        0),
                refused(
                        "no filename",
                        with(List.of(stored("a.txt", 1, null), stored("", 1, null))),
                        Field.ATTACHMENT_FILENAME,
                        "must not be blank",
                        1),
                refused(
                        "long filename",
                        with(List.of(stored(words(256), 1, null))),
                        Field.ATTACHMENT_FILENAME,
                        "must have at most 255 characters",
                        0),
                refused(
                        "broken filename",
                        with(List.of(stored("a\u0000.txt", 1, null))),
                        Field.ATTACHMENT_FILENAME,
                        oneLine,
                        0),
                refused(
                        "link",
                        with(List.of(linked("https://files.example/a.pdf"), linked("/etc/hosts"))),
                        Field.ATTACHMENT_LINK,
                        "must be an http or https URL",
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isTaken(String name, Channel channel, Content content) {
        Rules.assertTaken(channel, content);
    }

    static Stream<Arguments> isTaken() {
        return Stream.of(
                taken("text only", email("Hi", "Hi", null)),
                taken("HTML only", email("Hi", null, "<p>Hi</p>")),
                taken("longest subject", email(words(998), "Hi", null)),
                taken("tab in the subject", email("Hi\tthere", "Hi", null)),
                taken("reply address", new Email("Hi", "Hi", null, "answers@example.com", List.of())),
                taken("media types", with(List.of(
                        typed("text/plain; charset=utf-8"), typed("application/vnd.a+json"), typed("a/" + "b".repeat(127))))),
                taken("most files", with(Collections.nCopies(50, stored(words(255), 1, words(100))))),
                taken("largest files", with(List.of(stored("a.bin", 40 * MEBIBYTE, null)))),
                taken("linked file of unknown size", with(List.of(linked("https://files.example/a.pdf")))));
    }

    private static Arguments refused(String name, Email email, Field field, String reason, Integer... positions) {
        return refusedOn(Channel.EMAIL, name, email, field, reason, positions);
    }

    private static Arguments taken(String name, Email email) {
        return takenOn(Channel.EMAIL, name, email);
    }

    private static Email email(String subject, String text, String html) {
        return new Email(subject, text, html, null, List.of());
    }

    private static Email with(List<Attachment> attachments) {
        return new Email("Hi", "Hi", null, null, attachments);
    }

    private static Attachment stored(String filename, long size, String contentId) {
        return new Attachment(new UUID(0, 1), filename, "application/octet-stream", null, size, contentId);
    }

    private static Attachment typed(String mimeType) {
        return new Attachment(new UUID(0, 1), "a", mimeType, null, 1L, null);
    }

    private static Attachment linked(String link) {
        return new Attachment(new UUID(0, 1), "a.pdf", "application/pdf", link, null, null);
    }
}
