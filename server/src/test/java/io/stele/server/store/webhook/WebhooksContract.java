package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.channel.SenderId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.AppId;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookId;
import io.stele.core.webhook.WebhookTarget;
import io.stele.core.webhook.Webhooks;
import io.stele.core.webhook.Webhooks.Added;
import io.stele.server.secret.SecretKey;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.StoreContract;
import io.stele.server.store.Tenant;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link Webhooks}: each is kept as it was given, and only its own scope finds it. */
public abstract class WebhooksContract extends StoreContract {

    private static final UUID SENDER = UUID.fromString("018f3d2a-0000-7000-8000-0000000000aa");

    private Webhooks webhooks;
    private Subscriptions subscriptions;

    protected WebhooksContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        webhooks = store.get(Webhooks.class);
        subscriptions = new Subscriptions(store);
    }

    private Webhook found(Webhook webhook) {
        return webhooks.webhook(webhook.scope(), webhook.id()).orElseThrow();
    }

    @Test
    void aWebhookOfEachKindReadsBackAsItWasGiven() {
        List<WebhookTarget> targets = List.of(
                new WebhookTarget.OfProject(),
                new WebhookTarget.OfSender(new SenderId(SENDER)),
                new WebhookTarget.OfEndpoint(tenant.whatsApp().id()),
                new WebhookTarget.OfApp(new AppId(store.get(KsuidGenerator.class).next())));
        List<WebhookForm> forms = Stream.concat(
                        Stream.of(Subscriptions.KAPSO, new WebhookForm.Meta(), new WebhookForm.Chirp()),
                        Stream.of(WebhookForm.SignatureVersion.values()).map(WebhookForm.Zavu::new))
                .toList();
        for (int i = 0; i < forms.size(); i++) {
            Webhook webhook = subscriptions.of(tenant.live(), targets.get(i % targets.size()), forms.get(i));

            assertThat(webhooks.add(webhook)).isEqualTo(Added.KEPT);

            Webhook found = found(webhook);
            assertThat(found).isEqualTo(webhook);
            assertThat(found.headers().keySet()).containsExactlyElementsOf(webhook.headers().keySet());
            assertThat(found.events()).containsExactlyElementsOf(webhook.events());
        }
    }

    @Test
    void aWebhookWithNothingButAUrlReadsBack() {
        Webhook bare = new Webhook(
                new WebhookId(store.get(KsuidGenerator.class).next()), tenant.live(), new WebhookTarget.OfProject(), new WebhookForm.Meta(),
                "https://a.example", Set.of(), false, Map.of(), null, TestStore.START, TestStore.START);
        webhooks.add(bare);

        assertThat(found(bare)).isEqualTo(bare);
    }

    @Test
    void secretsAreSealedAnewAndStayWhatTheyWere() {
        Webhook webhook = subscriptions.kept(tenant.live());
        WebhookSeals seals = store.get(WebhookSeals.class);
        String old = TestStore.KEYS.sealingKeyId();
        assertThat(seals.keyIds()).containsExactly(old);
        SecretKey next = SecretKey.generate();
        SecretKeys both = new SecretKeys(List.of(next, TestStore.KEY));

        seals.renew(both, old);
        assertThat(seals.keyIds()).containsExactly(both.sealingKeyId());

        seals.renew(new SecretKeys(List.of(TestStore.KEY, next)), both.sealingKeyId());
        assertThat(seals.keyIds()).containsExactly(old);
        assertThat(found(webhook)).isEqualTo(webhook);
    }

    @Test
    void secretsAreSealed() {
        Webhook webhook = subscriptions.kept(tenant.live());

        assertThat(webhook.secret()).isNotNull();
        for (String column : List.of("secret", "headers")) {
            assertThat(store.column("select " + column + " from webhook").getFirst())
                    .doesNotContain(webhook.secret(), "geheim", "Authorization");
        }
    }

    @Test
    void aSecretDoesNotOpenForAnotherWebhook() {
        Webhook one = subscriptions.kept(tenant.live());
        Webhook other = subscriptions.kept(tenant.live());
        store.run("update webhook set secret = (select max(secret) from webhook)");

        assertThatThrownBy(() -> {
                    found(one);
                    found(other);
                })
                .hasMessageContaining("sealed")
                .hasMessageNotContaining("whsec");
    }

    @Test
    void allAreListedOldestFirst() {
        Webhook first = subscriptions.kept(tenant.live());
        store.clock().advance(Duration.ofSeconds(1));
        Webhook second = subscriptions.kept(tenant.live());

        assertThat(webhooks.all(tenant.live())).containsExactly(first, second);
    }

    @Test
    void anotherScopesIsNeverFound() {
        Webhook webhook = subscriptions.kept(tenant.live());
        Tenant other = Tenant.found(store);

        for (var scope : List.of(tenant.test(), other.live(), other.test())) {
            assertThat(webhooks.all(scope)).isEmpty();
            assertThat(webhooks.webhook(scope, webhook.id())).isEmpty();
            assertThat(webhooks.change(scope, webhook.id(), same -> Subscriptions.with(same, false, "https://evil.example"))).isEmpty();
            assertThat(webhooks.remove(scope, webhook.id())).isFalse();
        }
        assertThat(found(webhook)).isEqualTo(webhook);
    }

    @Test
    void aSenderHasOneZavuWebhookInEachMode() {
        Webhook first = subscriptions.zavu(tenant.live(), SENDER);

        assertThat(webhooks.add(first)).isEqualTo(Added.KEPT);
        assertThat(webhooks.add(subscriptions.zavu(tenant.live(), SENDER))).isEqualTo(Added.TAKEN);
        assertThat(webhooks.add(subscriptions.zavu(tenant.test(), SENDER))).isEqualTo(Added.KEPT);
        assertThat(webhooks.add(subscriptions.zavu(tenant.live(), UUID.randomUUID()))).isEqualTo(Added.KEPT);
        assertThat(webhooks.all(tenant.live())).hasSize(2).contains(first);
    }

    @Test
    void anEndpointHasOneMetaWebhookAndManyOthers() {
        var endpoint = tenant.whatsApp().id();

        assertThat(webhooks.add(subscriptions.meta(tenant.live(), endpoint))).isEqualTo(Added.KEPT);
        assertThat(webhooks.add(subscriptions.meta(tenant.live(), endpoint))).isEqualTo(Added.TAKEN);
        for (int i = 0; i < 2; i++) {
            assertThat(webhooks.add(subscriptions.of(tenant.live(), new WebhookTarget.OfEndpoint(endpoint), Subscriptions.KAPSO)))
                    .isEqualTo(Added.KEPT);
        }
    }

    @Test
    void ofManyAtOnceOneIsKept() {
        List<Added> kept = Together.times(8, () -> webhooks.add(subscriptions.zavu(tenant.live(), SENDER)));

        assertThat(kept).containsOnlyOnce(Added.KEPT);
        assertThat(webhooks.all(tenant.live())).hasSize(1);
    }

    @Test
    void thePlaceIsFreeAgainAfterARemoval() {
        Webhook first = subscriptions.zavu(tenant.live(), SENDER);
        webhooks.add(first);

        assertThat(webhooks.remove(tenant.live(), first.id())).isTrue();
        assertThat(webhooks.remove(tenant.live(), first.id())).isFalse();
        assertThat(webhooks.webhook(tenant.live(), first.id())).isEmpty();
        assertThat(webhooks.add(subscriptions.zavu(tenant.live(), SENDER))).isEqualTo(Added.KEPT);
    }

    @Test
    void aChangeIsKept() {
        Webhook webhook = subscriptions.kept(tenant.live());
        Webhook changed = new Webhook(
                webhook.id(), webhook.scope(), webhook.target(), new WebhookForm.Chirp(), "https://b.example", Set.of("x"), false,
                Map.of(), "other", webhook.createdAt(), TestStore.START.plusSeconds(1));

        assertThat(webhooks.change(tenant.live(), webhook.id(), _ -> changed)).contains(changed);
        assertThat(found(webhook)).isEqualTo(changed);
    }

    @Test
    void whatCannotChangeStays() {
        Webhook webhook = subscriptions.kept(tenant.live());
        Webhook other = subscriptions.of(tenant.test(), new WebhookTarget.OfEndpoint(tenant.whatsApp().id()), webhook.form());

        Webhook changed = webhooks.change(tenant.live(), webhook.id(), _ -> other).orElseThrow();

        assertThat(changed).isEqualTo(webhook);
    }

    @Test
    void ofManyChangesAtOnceNoneIsLost() {
        Webhook webhook = subscriptions.kept(tenant.live());
        AtomicInteger letter = new AtomicInteger('a');

        Together.times(8, () -> {
            String mine = Character.toString(letter.getAndIncrement());
            return webhooks.change(tenant.live(), webhook.id(), before -> Subscriptions.with(before, before.active(), before.url() + mine));
        });

        assertThat(found(webhook).url()).hasSize(webhook.url().length() + 8).contains("a", "h");
    }

    @Test
    void oneThatIsNotThereIsNotChanged() {
        assertThat(webhooks.change(tenant.live(), new WebhookId(store.get(KsuidGenerator.class).next()), same -> same)).isEmpty();
    }
}
