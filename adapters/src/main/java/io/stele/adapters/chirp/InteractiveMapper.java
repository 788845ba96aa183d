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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

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

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive plain(String type, Words words);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive buttons(String type, Words words, List<Button> buttons);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive sections(
            String type,
            Words words,
            @Nullable String buttonText,
            @Nullable String catalogId,
            List<InteractiveSection> sections);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive link(String type, Words words, String buttonText, String url);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive cards(String type, Words words, List<InteractiveCard> cards);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive flow(String type, Words words, String buttonText, InteractiveFlow flow);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive product(String type, Words words, String catalogId, String productRetailerId);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive catalog(String type, Words words, @Nullable String thumbnailProductRetailerId);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive address(String type, Words words, InteractiveAddress address);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive reply(String type, Reply.ButtonReply reply);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
    Interactive reply(String type, Reply.ListReply reply);

    @BeanMapping(unmappedTargetPolicy = ReportingPolicy.IGNORE)
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
