package io.stele.server.api.zavu;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.WireException;
import io.stele.adapters.webhook.transport.WebhookUrls;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.adapters.zavu.ZavuSenders;
import io.stele.adapters.zavu.webhook.ZavuWebhookWish;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.contracts.zavu.ZavuSender;
import io.stele.contracts.zavu.ZavuSenderRequest;
import io.stele.contracts.zavu.ZavuWebhookSecret;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderBook;
import io.stele.core.channel.SenderChange;
import io.stele.core.channel.SenderId;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookTarget;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Senders, each with its webhook (contract §2.4). */
@Controller("/v1/senders")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SenderController {

    private final WireReader wire;
    private final CurrentSenders senders;
    private final SenderBook book;
    private final NewSenders newSenders;
    private final SenderWebhooks webhooks;
    private final WebhookUrls urls;
    private final Directory directory;
    private final InstantSource clock;

    SenderController(
            WireReader wire,
            CurrentSenders senders,
            SenderBook book,
            NewSenders newSenders,
            SenderWebhooks webhooks,
            WebhookUrls urls,
            Directory directory,
            InstantSource clock) {
        this.wire = wire;
        this.senders = senders;
        this.book = book;
        this.newSenders = newSenders;
        this.webhooks = webhooks;
        this.urls = urls;
        this.directory = directory;
        this.clock = clock;
    }

    /** Newest first; the ids sort by time. */
    @Get
    ZavuPage<ZavuSender> list(HttpRequest<?> request, Principal principal) {
        Scope scope = principal.scope();
        PageRequest<UUID> wanted = new ListQuery(request).page(ZavuIds::uuid);
        Map<WebhookTarget, Webhook> told = webhooks.bySender(scope);
        return Pages.of(
                page(book.senders(scope), wanted),
                sender -> resource(sender, told.get(new WebhookTarget.OfSender(sender.id())), false),
                SenderController::id);
    }

    private static Page<Sender> page(List<Sender> all, PageRequest<UUID> wanted) {
        UUID after = wanted.older();
        List<Sender> rest = all.stream()
                .sorted(Comparator.comparing(SenderController::id).reversed())
                .filter(sender -> after == null || id(sender).compareTo(ZavuIds.text(after)) < 0)
                .toList();
        return new Page<>(
                rest.stream().limit(wanted.limit()).toList(), rest.size() > wanted.limit(), after != null);
    }

    @Get("/{senderId}")
    ZavuSender get(Principal principal, @PathVariable String senderId) {
        Sender sender = senders.get(principal.scope(), senderId);
        return resource(sender, webhooks.of(principal.scope(), sender.id()).orElse(null), false);
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<ZavuSender> create(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        Scope scope = principal.scope();
        ZavuSenderRequest wanted = wire.read(request, body, ZavuSenderRequest.class, Strictness.EXACT);
        String name = NewSenders.name(wanted.name());
        if (Boolean.TRUE.equals(wanted.enableVoice()) && wanted.phoneNumber() == null) {
            throw new WireException("enableVoice", "must go with a phoneNumber");
        }
        ZavuWebhookWish wish = ZavuWebhookWish.of(wanted, false, urls);
        List<Endpoint> endpoints = newSenders.endpoints(scope, wanted);
        NewSenders.requireWithoutProvider(wanted);
        SenderId id = new SenderId(UuidCreator.getTimeOrderedEpoch());
        Sender sender =
                new Sender(id, scope, name, Boolean.TRUE.equals(wanted.setAsDefault()), clock.instant());
        Webhook webhook = wish.isEmpty() ? null : webhooks.made(scope, id, wish);
        Sender added = added(sender, endpoints.stream().map(Endpoint::id).toList(), webhook)
                .orElseThrow(() -> NewSenders.taken(wanted.phoneNumber() == null ? "emailAddress" : "phoneNumber"));
        return HttpResponse.created(resource(added, webhook, true));
    }

    /** @return empty when one of the endpoints is taken */
    private Optional<Sender> added(Sender sender, List<EndpointId> endpoints, @Nullable Webhook webhook) {
        return webhook == null ? book.add(sender, endpoints) : webhooks.add(sender, endpoints, webhook);
    }

    @Patch("/{senderId}")
    @Consumes(MediaType.ALL)
    ZavuSender change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String senderId,
            @Body byte @Nullable [] body) {
        Scope scope = principal.scope();
        Sender sender = senders.get(scope, senderId);
        JsonNode tree = wire.tree(request, body);
        ZavuSenderRequest wanted = wire.bind(tree, ZavuSenderRequest.class, Strictness.EXACT);
        String name = wanted.name() == null ? null : NewSenders.name(wanted.name());
        JsonNode url = tree.get("webhookUrl");
        ZavuWebhookWish wish = ZavuWebhookWish.of(wanted, url != null && url.isNull(), urls);
        requireSameMailbox(sender, wanted.emailAddress());
        NewSenders.requireWithoutProvider(wanted);
        SenderWebhooks.Changed changed = webhooks.change(scope, sender.id(), wish);
        Sender now = book.change(
                        scope, sender.id(), new SenderChange(name, Boolean.TRUE.equals(wanted.setAsDefault())))
                .orElseThrow(() -> CurrentSenders.notFound(senderId));
        return resource(now, changed.webhook(), changed.minted());
    }

    private void requireSameMailbox(Sender sender, @Nullable String emailAddress) {
        boolean same = emailAddress == null
                || emailAddress.equals(resource(sender, null, false).emailAddress());
        if (!same) {
            throw new RefusedException(new Refusal.NotOffered("changing emailAddress on senders"));
        }
    }

    @Delete("/{senderId}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> delete(Principal principal, @PathVariable String senderId) {
        Sender sender = senders.get(principal.scope(), senderId);
        return switch (book.remove(principal.scope(), sender.id())) {
            case UNKNOWN -> throw CurrentSenders.notFound(senderId);
            case REFUSED ->
                throw new RejectedException(new Rejection.WrongState("The default sender stays; make another one the default"));
            case REMOVED -> HttpResponse.noContent();
        };
    }

    @Post("/{senderId}/webhook/secret")
    @Consumes(MediaType.ALL)
    ZavuWebhookSecret rotate(Principal principal, @PathVariable String senderId) {
        Sender sender = senders.get(principal.scope(), senderId);
        return new ZavuWebhookSecret(webhooks.rotate(principal.scope(), sender.id()));
    }

    private ZavuSender resource(Sender sender, @Nullable Webhook webhook, boolean revealing) {
        List<Endpoint> endpoints = directory.endpoints(sender.scope()).stream()
                .filter(endpoint -> sender.id().equals(endpoint.sender()))
                .toList();
        return ZavuSenders.resource(sender, endpoints, webhook, revealing);
    }

    private static String id(Sender sender) {
        return ZavuIds.text(sender.id().value());
    }
}
