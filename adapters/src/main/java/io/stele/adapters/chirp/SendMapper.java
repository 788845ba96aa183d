package io.stele.adapters.chirp;

import io.stele.contracts.chirp.ContactCards;
import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.LocationPoint;
import io.stele.contracts.chirp.MediaReference;
import io.stele.contracts.chirp.ReactionBody;
import io.stele.contracts.chirp.SendRequest;
import io.stele.contracts.chirp.StickerReference;
import io.stele.contracts.chirp.TemplateBody;
import io.stele.contracts.chirp.TextBody;
import io.stele.core.message.Location;
import io.stele.core.message.Text;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** The flat send, which holds every type's member: each method fills its own and leaves the others out. */
@Mapper
interface SendMapper {

    /** What every send has. */
    record Frame(String from, String to, String type, @Nullable String replyTo) {}

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    SendRequest text(Frame frame, TextBody text);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    SendRequest media(Frame frame, MediaReference media);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    SendRequest sticker(Frame frame, StickerReference sticker);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    @Mapping(target = "location", source = "location")
    SendRequest location(Frame frame, LocationPoint location);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    @Mapping(target = "contacts", source = "contacts")
    SendRequest contacts(Frame frame, ContactCards contacts);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    SendRequest reaction(Frame frame, ReactionBody reaction);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    @Mapping(target = "template", source = "template")
    SendRequest template(Frame frame, TemplateBody template);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    @Mapping(target = "type", source = "frame.type")
    @Mapping(target = "interactive", source = "interactive")
    SendRequest interactive(Frame frame, Interactive interactive);

    TextBody body(Text text);

    LocationPoint point(Location location);
}
