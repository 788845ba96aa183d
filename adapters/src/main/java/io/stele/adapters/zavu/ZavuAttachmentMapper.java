package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuAttachment;
import io.stele.core.message.Attachment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Shows the files of an email. */
@Mapper(uses = ZavuConversions.class)
public interface ZavuAttachmentMapper {

    /** The file as a resource. The size of a file that stands elsewhere is not known, and 0. */
    @Mapping(target = "size", source = "attachment.size", defaultValue = "0L")
    @Mapping(target = "isInline", expression = "java(attachment.contentId() != null)")
    ZavuAttachment toWire(Attachment attachment, @Nullable String downloadUrl, Instant createdAt);
}
