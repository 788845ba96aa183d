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
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** The flat send, which holds every type's member: each method fills its own and leaves the others out. */
@Mapper
interface SendMapper {

    /** What every send has. */
    record Frame(String from, String to, String type, @Nullable String replyTo) {}

    /** Fills what every send has. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @Mapping(target = "from", source = "frame.from")
    @Mapping(target = "to", source = "frame.to")
    @Mapping(target = "type", source = "frame.type")
    @Mapping(target = "replyTo", source = "frame.replyTo")
    @interface Framed {}

    @Framed
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "text", source = "text")
    SendRequest text(Frame frame, TextBody text);

    @Framed
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "media", source = "media")
    SendRequest media(Frame frame, MediaReference media);

    @Framed
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "sticker", source = "sticker")
    SendRequest sticker(Frame frame, StickerReference sticker);

    @Framed
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "location", source = "location")
    SendRequest location(Frame frame, LocationPoint location);

    @Framed
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "contacts", source = "contacts")
    SendRequest contacts(Frame frame, ContactCards contacts);

    @Framed
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "reaction", source = "reaction")
    SendRequest reaction(Frame frame, ReactionBody reaction);

    @Framed
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "template", source = "template")
    SendRequest template(Frame frame, TemplateBody template);

    @Framed
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "interactive", source = "interactive")
    SendRequest interactive(Frame frame, Interactive interactive);

    TextBody body(Text text);

    LocationPoint point(Location location);
}
