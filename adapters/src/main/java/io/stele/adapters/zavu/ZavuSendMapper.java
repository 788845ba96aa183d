package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuEmailAttachment;
import io.stele.contracts.zavu.ZavuSendRequest;
import io.stele.core.channel.SenderId;
import io.stele.core.intake.Draft;
import io.stele.core.intake.SenderChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** A draft as the request that asks for it, around what it says. */
@Mapper(uses = ZavuConversions.class)
interface ZavuSendMapper {

    @Mapping(target = "to", source = "draft.to")
    @Mapping(target = "channel", source = "draft.channel")
    @Mapping(target = "content", source = "said.content")
    @Mapping(target = "idempotencyKey", source = "draft.idempotency.key")
    @Mapping(target = "metadata", source = "draft.metadata", qualifiedByName = "labels")
    @Mapping(target = "fallbackEnabled", source = "draft.fallback")
    @Mapping(target = "senderId", source = "draft.sender")
    @Mapping(target = "attachments", source = "files")
    ZavuSendRequest toWire(Draft draft, ZavuRendition said, @Nullable List<ZavuEmailAttachment> files);

    /** Zavu names senders only; absent leaves the choice to the project's default. */
    default @Nullable String sender(SenderChoice choice) {
        return switch (choice) {
            case SenderChoice.Named(SenderId id) -> ZavuIds.text(id.value());
            case SenderChoice.Default _, SenderChoice.Through _ -> null;
        };
    }
}
