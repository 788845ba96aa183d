package io.stele.adapters.zavu;

import io.stele.adapters.Timestamps;
import io.stele.adapters.zavu.webhook.ZavuSignatureVersions;
import io.stele.contracts.zavu.ZavuSender;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.Sender;
import io.stele.core.webhook.Webhook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows senders as Zavu does (contract §2.4). */
public final class ZavuSenders {

    private ZavuSenders() {}

    /**
     * The sender as a resource.
     *
     * @param all those that it uses, oldest first; what is disconnected is not shown
     * @param webhook null when it has none
     * @param revealing whether the webhook's secret is shown, as only its minting does
     */
    public static ZavuSender resource(
            Sender sender, List<Endpoint> all, @Nullable Webhook webhook, boolean revealing) {
        List<Endpoint> endpoints =
                all.stream().filter(Endpoint::isConnected).toList();
        return new ZavuSender(
                ZavuIds.text(sender.id().value()),
                sender.name(),
                endpoints.stream()
                        .filter(endpoint -> endpoint.address() instanceof PhoneNumber)
                        .map(endpoint -> endpoint.address().value())
                        .findFirst()
                        .orElse(""),
                sender.isDefault(),
                endpoints.stream()
                        .map(Endpoint::channel)
                        .distinct()
                        .sorted()
                        .map(ZavuNames::name)
                        .toList(),
                endpoints.stream()
                        .filter(endpoint -> endpoint.address() instanceof EmailAddress)
                        .map(endpoint -> endpoint.address().value())
                        .findFirst()
                        .orElse(null),
                webhook == null ? null : webhook(webhook, revealing),
                whatsApp(endpoints),
                Timestamps.milliseconds(sender.createdAt()));
    }

    private static ZavuSender.Webhook webhook(Webhook webhook, boolean revealing) {
        return new ZavuSender.Webhook(
                webhook.url(),
                List.copyOf(webhook.events()),
                webhook.active(),
                ZavuSignatureVersions.word(webhook),
                revealing ? webhook.secret() : null);
    }

    private static ZavuSender.@Nullable WhatsApp whatsApp(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.channel() == Channel.WHATSAPP)
                .findFirst()
                .flatMap(endpoint -> endpoint.whatsAppNumber()
                        .map(number -> new ZavuSender.WhatsApp(endpoint.address().value(), number.phoneNumberId())))
                .orElse(null);
    }
}
