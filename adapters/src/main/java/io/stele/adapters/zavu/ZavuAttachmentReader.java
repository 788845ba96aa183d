package io.stele.adapters.zavu;

import static io.stele.adapters.Required.optionalElements;
import static io.stele.adapters.Required.present;
import static io.stele.adapters.zavu.ZavuFields.ATTACHMENTS;
import static io.stele.adapters.zavu.ZavuMembers.given;

import io.stele.adapters.FieldPath;
import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuEmailAttachment;
import io.stele.core.intake.AttachmentBytes;
import io.stele.core.message.Attachment;
import jakarta.inject.Singleton;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the files of an email: bytes that come along, and links to files that stand elsewhere. */
@Singleton
final class ZavuAttachmentReader {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /** The files, and the bytes of those that came along. */
    record Files(List<Attachment> attachments, List<AttachmentBytes> bytes) {}

    Files read(@Nullable List<ZavuEmailAttachment> given) {
        List<Attachment> attachments = new ArrayList<>();
        List<AttachmentBytes> bytes = new ArrayList<>();
        for (ZavuEmailAttachment file : optionalElements(given, ATTACHMENTS)) {
            FieldPath path = ATTACHMENTS.element(attachments.size());
            String filename = present(file.filename(), path.member("filename"));
            UUID id = UUID.randomUUID();
            Long size = null;
            if (file.content() == null) {
                present(file.path(), path.member("path"));
            } else if (file.path() == null) {
                byte[] content = decoded(file.content(), path.member("content"));
                size = (long) content.length;
                bytes.add(new AttachmentBytes(id, content));
            } else {
                throw new WireException(path, "must have either content or path");
            }
            attachments.add(
                    new Attachment(id, filename, type(file, filename), file.path(), size, file.contentId()));
        }
        return new Files(attachments, bytes);
    }

    private static String type(ZavuEmailAttachment file, String filename) {
        String given = given(file.contentType());
        if (given != null) {
            return given;
        }
        String guess = URLConnection.guessContentTypeFromName(filename);
        return guess == null ? UNKNOWN_TYPE : guess;
    }

    /** Some encoders break the lines. */
    private static byte[] decoded(String base64, FieldPath path) {
        try {
            return Base64.getDecoder().decode(base64.replace("\n", "").replace("\r", ""));
        } catch (IllegalArgumentException e) {
            throw new WireException(path, "must be base64");
        }
    }
}
