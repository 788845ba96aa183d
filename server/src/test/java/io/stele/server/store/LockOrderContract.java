package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Reroute;
import io.stele.core.delivery.Settlement;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.Submission;
import io.stele.core.message.Context;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Transactions over the same people at once, each of which needs several rows: they end in good order. That none of them was ended
 * by the other is seen when the store is closed.
 */
public abstract class LockOrderContract extends StoreContract {

    private static final int ROUNDS = 12;
    private static final int PEOPLE = 16;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Failure UNDELIVERABLE = new Failure("131026", "Undeliverable", null);

    private DeliveryQueue queue;
    private InboundStore inbox;
    private Traffic traffic;
    private Endpoint whatsApp;
    private Endpoint sms;

    protected LockOrderContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        queue = store.get(DeliveryQueue.class);
        inbox = store.get(InboundStore.class);
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
        sms = tenant.endpoint(Channel.SMS);
    }

    private Instant now() {
        return store.clock().instant();
    }

    private static String name(Claim claim) {
        return "name of " + claim.dispatch().message().id().value();
    }

    private static boolean isEven(Claim claim) {
        String number = claim.dispatch().message().to().value();
        return Integer.parseInt(number.substring(number.length() - 1)) % 2 == 0;
    }

    private Callable<Object> intake(Endpoint... endpoints) {
        List<Submission> batch = new ArrayList<>();
        IntStream.range(0, PEOPLE)
                .mapToObj(i -> traffic.submission(endpoints[i % endpoints.length], Traffic.person(i), Text.of("y")))
                .forEach(batch::add);
        return () -> traffic.write(batch);
    }

    private void acceptOneForEach(Endpoint endpoint) {
        traffic.write(IntStream.range(0, PEOPLE)
                .mapToObj(i -> traffic.submission(endpoint, Traffic.person(i), Text.of("x")))
                .toList());
    }

    private Settlement settled(Claim claim) {
        boolean goesOn = claim.dispatch().endpoint().id().equals(whatsApp.id()) && isEven(claim);
        return goesOn ? new Settlement.Failed(claim, UNDELIVERABLE, now(), new Reroute(sms, now())) : new Settlement.Sent(claim, name(claim), now());
    }

    private void drain() {
        for (List<Claim> claims = queue.claim(DeliveryContract.room(100), now(), LEASE); !claims.isEmpty(); claims = queue.claim(DeliveryContract.room(100), now(), LEASE)) {
            queue.settle(
                    claims.stream()
                            .<Settlement>map(claim -> new Settlement.Sent(claim, name(claim), now()))
                            .toList(), FailureFollowUp.NONE,
                    now());
        }
        assertThat(store.number("select count(*) from delivery")).isZero();
        assertThat(store.number("select sum(pending) from lane")).isZero();
    }

    @Test
    void messagesThatGoOnByAnotherEndpointAndNewOnes() {
        Endpoint voice = tenant.endpoint(Channel.VOICE);
        for (int round = 0; round < ROUNDS; round++) {
            acceptOneForEach(whatsApp);
            List<Claim> claims = queue.claim(DeliveryContract.room(100), now(), LEASE);

            Together.all(List.<Callable<Object>>of(
                    () -> {
                        queue.settle(claims.stream().map(this::settled).toList(), FailureFollowUp.NONE, now());
                        return claims;
                    },
                    intake(voice, whatsApp),
                    intake(sms, whatsApp)));
        }

        drain();
        assertThat(store.number("select count(*) from message where status = 'SENT'")).isEqualTo(3L * ROUNDS * PEOPLE);
    }

    @Test
    void failuresThatLeadElsewhereAndClaims() {
        for (int round = 0; round < ROUNDS; round++) {
            acceptOneForEach(whatsApp);
            List<Message> sent = queue.claim(DeliveryContract.room(100), now(), LEASE).stream()
                    .map(claim -> claim.dispatch().message())
                    .toList();
            acceptOneForEach(whatsApp);
            store.clock().advance(LEASE.plusSeconds(1));
            List<Callable<Object>> works = new ArrayList<>();
            for (Message message : sent) {
                String name = "name of " + message.id().value();
                works.add(() -> {
                    inbox.apply(
                            List.of(new Receipt(whatsApp.id(), name, message.id(), Status.FAILED, UNDELIVERABLE, now(), Json.Members.EMPTY)),
                            (_, _) -> Optional.of(new Reroute(sms, now())),
                            now());
                    return name;
                });
                works.add(() -> queue.claim(DeliveryContract.room(4), now(), LEASE));
            }
            Collections.shuffle(works);

            Together.all(works);
            store.clock().advance(LEASE.plusSeconds(1));
            drain();
        }
    }

    /** The names are there before their messages have them, and sort otherwise in Java than in a language. */
    @Test
    void namesThatAreClaimedAndLookedUp() {
        for (int round = 0; round < ROUNDS; round++) {
            acceptOneForEach(sms);
            List<Claim> claims = queue.claim(DeliveryContract.room(100), now(), LEASE);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                names.add((i % 2 == 0 ? "B" : "a") + (char) ('a' + i) + round);
            }
            List<Receipt> sentReceipts = receipts(names, Status.SENT);
            List<Receipt> delivered = receipts(names, Status.DELIVERED);
            List<Settlement> settlements = IntStream.range(0, claims.size())
                    .<Settlement>mapToObj(i -> new Settlement.Sent(claims.get(i), names.get(i), now()))
                    .toList();
            inbox.apply(sentReceipts, FailureFollowUp.NONE, now());
            List<Callable<Object>> works = new ArrayList<>();
            works.add(() -> {
                queue.settle(settlements, FailureFollowUp.NONE, now());
                return names;
            });
            for (int i = 0; i < 3; i++) {
                works.add(() -> {
                    inbox.apply(delivered, FailureFollowUp.NONE, now());
                    return names;
                });
            }

            Together.all(works);
        }

        assertThat(store.number("select count(*) from message where status = 'DELIVERED'")).isEqualTo((long) ROUNDS * PEOPLE);
    }

    private List<Receipt> receipts(List<String> names, Status status) {
        return names.stream()
                .map(name -> new Receipt(sms.id(), name, null, status, null, now(), Json.Members.EMPTY))
                .toList();
    }

    /** People whom one transaction knows by SMS and calls by a new name, and another finds on WhatsApp and by SMS. */
    @Test
    void contactsThatAreNamedAndFoundOnAnotherChannel() {
        for (int round = 0; round < ROUNDS; round++) {
            int first = round * PEOPLE;
            List<InboundMessage> known = new ArrayList<>();
            List<InboundMessage> named = new ArrayList<>();
            List<Submission> greetings = new ArrayList<>();
            for (int i = first; i < first + PEOPLE; i++) {
                PhoneNumber person = Traffic.person(i);
                known.add(traffic.inbound(sms, person, "known " + i, Text.of("x")));
                named.add(new InboundMessage(
                        sms, person, Identity.UNKNOWN, "named " + i, "Name " + i, Text.of("x"), Context.NONE, null, now(), List.of()));
                greetings.add(traffic.submission(i % 2 == 0 ? whatsApp : sms, person, Text.of("x")));
                greetings.add(traffic.submission(i % 2 == 0 ? sms : whatsApp, person, Text.of("x")));
            }
            traffic.receive(known.toArray(InboundMessage[]::new));

            Together.all(List.<Callable<Object>>of(
                    () -> traffic.receive(named.toArray(InboundMessage[]::new)), () -> traffic.write(greetings)));
        }

        assertThat(store.number("select count(*) from contact where whatsapp and profile_name is not null"))
                .isEqualTo((long) ROUNDS * PEOPLE);
    }
}
