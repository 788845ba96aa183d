package io.stele.adapters.chirp;

import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.InteractiveAddress;
import io.stele.contracts.chirp.InteractiveButton;
import io.stele.contracts.chirp.InteractiveCard;
import io.stele.contracts.chirp.InteractiveFlow;
import io.stele.contracts.chirp.InteractiveMedia;
import io.stele.contracts.chirp.InteractiveSection;
import io.stele.core.message.Interactive.Button;
import io.stele.core.message.Interactive.Card;
import io.stele.core.message.Interactive.CardButtons;
import io.stele.core.message.Interactive.CardLink;
import io.stele.core.message.Interactive.Flow;
import io.stele.core.message.Interactive.MediaHeader;
import io.stele.core.message.Interactive.Section;
import io.stele.core.message.Reply;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/**
 * The flat pieces of Chirp's interactive object, which holds every type's members: each method fills those of its own and
 * leaves the others out.
 */
@Mapper
interface InteractiveMapper {

    /** What stands around whatever can be tapped. */
    record Words(
            @Nullable String header,
            @Nullable InteractiveMedia headerMedia,
            @Nullable String body,
            @Nullable String footer) {}

    /** Fills the type and what stands around. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @Mapping(target = "type", source = "type")
    @Mapping(target = "header", source = "words.header")
    @Mapping(target = "headerMedia", source = "words.headerMedia")
    @Mapping(target = "body", source = "words.body")
    @Mapping(target = "footer", source = "words.footer")
    @interface Around {}

    @Around
    @BeanMapping(ignoreByDefault = true)
    Interactive plain(String type, Words words);

    @Around
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "buttons", source = "buttons")
    Interactive buttons(String type, Words words, List<Button> buttons);

    @Around
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "buttonText", source = "buttonText")
    @Mapping(target = "catalogId", source = "catalogId")
    @Mapping(target = "sections", source = "sections")
    Interactive sections(
            String type,
            Words words,
            @Nullable String buttonText,
            @Nullable String catalogId,
            List<InteractiveSection> sections);

    @Around
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "buttonText", source = "buttonText")
    @Mapping(target = "url", source = "url")
    Interactive link(String type, Words words, String buttonText, String url);

    @Around
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "cards", source = "cards")
    Interactive cards(String type, Words words, List<InteractiveCard> cards);

    @Around
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "buttonText", source = "buttonText")
    @Mapping(target = "flow", source = "flow")
    Interactive flow(String type, Words words, String buttonText, InteractiveFlow flow);

    @Around
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "catalogId", source = "catalogId")
    @Mapping(target = "productRetailerId", source = "productRetailerId")
    Interactive product(String type, Words words, @Nullable String catalogId, @Nullable String productRetailerId);

    @Around
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "thumbnailProductRetailerId", source = "thumbnailProductRetailerId")
    Interactive catalog(String type, Words words, @Nullable String thumbnailProductRetailerId);

    @Around
    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "address", source = "address")
    Interactive address(String type, Words words, InteractiveAddress address);

    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "type", source = "type")
    @Mapping(target = "id", source = "reply.id")
    @Mapping(target = "title", source = "reply.title")
    Interactive reply(String type, Reply.ButtonReply reply);

    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "type", source = "type")
    @Mapping(target = "id", source = "reply.id")
    @Mapping(target = "title", source = "reply.title")
    @Mapping(target = "description", source = "reply.description")
    Interactive reply(String type, Reply.ListReply reply);

    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "type", source = "type")
    @Mapping(target = "name", source = "reply.name")
    @Mapping(target = "responseJson", source = "reply.responseJson")
    @Mapping(target = "body", source = "reply.body")
    Interactive reply(String type, Reply.FlowReply reply);

    InteractiveButton button(Button button);

    @Mapping(target = "products", ignore = true)
    InteractiveSection section(Section section);

    @Mapping(target = "body", source = "card.body")
    @Mapping(target = "index", source = "card.index")
    @Mapping(target = "headerMedia", source = "file")
    @Mapping(target = "buttonText", source = "link.displayText")
    @Mapping(target = "url", source = "link.url")
    @Mapping(target = "buttons", source = "taps.buttons")
    InteractiveCard card(Card card, InteractiveMedia file, @Nullable CardLink link, @Nullable CardButtons taps);

    @Mapping(target = "type", source = "type")
    @Mapping(target = "mediaId", source = "header.file.id")
    @Mapping(target = "url", source = "header.file.link")
    @Mapping(target = "filename", source = "header.filename")
    InteractiveMedia media(MediaHeader header, String type);

    @Mapping(target = "actionPayload", source = "start")
    InteractiveFlow flow(Flow flow, InteractiveFlow.@Nullable Start start);
}
