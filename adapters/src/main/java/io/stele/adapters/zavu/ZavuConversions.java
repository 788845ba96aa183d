package io.stele.adapters.zavu;

import io.stele.adapters.Timestamps;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.EmailAddress;
import io.stele.core.channel.Channel;
import io.stele.core.channel.SenderId;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.contracts.zavu.ZavuConversation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Named;

/** How single values of the domain are written in Zavu's resources. */
final class ZavuConversions {

    private ZavuConversions() {}

    static String id(MessageId id) {
        return ZavuIds.text(id);
    }

    static String id(UUID id) {
        return ZavuIds.text(id);
    }

    static @Nullable String id(@Nullable SenderId id) {
        return id == null ? null : ZavuIds.text(id.value());
    }

    static String address(Address address) {
        return address.value();
    }

    static @Nullable String channel(@Nullable Channel channel) {
        return channel == null ? null : ZavuNames.name(channel);
    }

    /** In the order in which Zavu lists the channels, so that the same set always looks the same. */
    static List<String> channels(Set<Channel> channels) {
        return channels.stream().sorted().map(ZavuNames::name).toList();
    }

    static String status(Status status) {
        return ZavuNames.name(status);
    }

    static String direction(Direction direction) {
        return ZavuNames.name(direction);
    }

    static String moment(Instant moment) {
        return Timestamps.milliseconds(moment);
    }

    @Named("total")
    static @Nullable BigDecimal total(Cost cost) {
        BigDecimal platform = cost.platform();
        BigDecimal provider = cost.provider();
        if (platform == null || provider == null) {
            return platform == null ? provider : platform;
        }
        return platform.add(provider);
    }

    @Named("sentence")
    static @Nullable String sentence(@Nullable Failure failure) {
        return failure == null ? null : failure.message();
    }

    /** Absent when there are none. */
    @Named("labels")
    static @Nullable Map<String, String> labels(Map<String, String> labels) {
        return labels.isEmpty() ? null : labels;
    }

    @Named("email")
    static @Nullable String email(Address address) {
        return address instanceof EmailAddress email ? email.value() : null;
    }

    @Named("whatsapp")
    static ZavuConversation.@Nullable WhatsApp whatsapp(Address address) {
        return address instanceof BusinessScopedUserId person
                ? new ZavuConversation.WhatsApp(person.value(), null)
                : null;
    }
}
