package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.Room;
import io.stele.core.delivery.Settlement;
import io.stele.core.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** {@link DeliveryQueue}: however much waits at one endpoint, the others get their turns. */
public abstract class TurnsContract extends DeliveryContract {

    protected TurnsContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private List<Message> accept(Endpoint endpoint, int number) {
        List<Message> accepted = new ArrayList<>();
        for (int person = 0; person < number; person++) {
            later(Duration.ofMillis(1));
            accepted.add(traffic.accept(endpoint, Traffic.person(person), "x"));
        }
        return accepted;
    }

    private List<EndpointId> claimed(Room room) {
        return queue.claim(room, now(), LEASE).stream()
                .map(claim -> claim.dispatch().endpoint().id())
                .toList();
    }

    @Test
    void manyLanesOfOneEndpointLeaveTheOthersTheirTurns() {
        accept(sms, 30);
        accept(tenant.whatsApp(), 1);
        accept(tenant.endpoint(Channel.TELEGRAM), 30);

        assertThat(claimed(room(9)))
                .containsOnlyOnce(tenant.whatsApp().id())
                .contains(sms.id(), tenant.endpoint(Channel.TELEGRAM).id());
    }

    @Test
    void eachEndpointSendsWhatHasWaitedForLongest() {
        List<Message> bySms = accept(sms, 6);
        List<Message> byWhatsApp = accept(tenant.whatsApp(), 6);

        assertThat(queue.claim(room(4), now(), LEASE))
                .extracting(DeliveryContract::id)
                .containsExactly(
                        bySms.get(0).id(), bySms.get(1).id(), byWhatsApp.get(0).id(), byWhatsApp.get(1).id());
    }

    @Test
    void fewLanesAreTakenInTheOrderInWhichTheyBecameDue() {
        Message first = accept(sms, 1).getFirst();
        Message second = accept(tenant.whatsApp(), 1).getFirst();
        Message third = traffic.accept(sms, Traffic.person(7), "x");

        assertThat(claim()).extracting(DeliveryContract::id).containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void anEndpointThatIsFullIsPassedByAndItsLanesStayAsTheyAre() {
        accept(sms, 10);
        accept(tenant.whatsApp(), 2);

        assertThat(claimed(new Room(4, 4, Map.of(sms.id(), 4), Set.of())))
                .containsExactly(tenant.whatsApp().id(), tenant.whatsApp().id());

        assertThat(claim())
                .hasSize(10)
                .extracting(claim -> claim.dispatch().attempt(), Claim::inDoubt)
                .containsOnly(Tuple.tuple(1, false));
    }

    @Test
    void whatTheEndpointsThatAreLeftAloneHaveToSendIsNotNext() {
        accept(sms, 3);
        assertThat(queue.nextDue(now(), Set.of(sms.id()))).isEmpty();
        later(Duration.ofSeconds(1));
        accept(tenant.whatsApp(), 2);
        Claim claim = queue.claim(new Room(1, 8, Map.of(), Set.of(sms.id())), now(), LEASE).getFirst();

        assertThat(queue.nextDue(now(), Set.of(sms.id()))).contains(now());
        assertThat(queue.nextDue(now(), Set.of(sms.id(), tenant.whatsApp().id()))).isEmpty();
        settle(new Settlement.Postponed(claim, now().plusSeconds(5)));
        queue.claim(new Room(1, 8, Map.of(), Set.of(sms.id())), now(), LEASE);
        assertThat(queue.nextDue(now(), Set.of(sms.id()))).contains(now().plusSeconds(5));
    }

    @Test
    void anEndpointTakesNoMoreThanHalfOfTheRoom() {
        accept(sms, 20);

        assertThat(claimed(new Room(8, 8, Map.of(), Set.of()))).hasSize(4);
        assertThat(claimed(new Room(4, 4, Map.of(sms.id(), 4), Set.of()))).isEmpty();
    }

    @Test
    void withRoomForFewThoseThatHaveBeenDueForLongestComeFirst() {
        List<Endpoint> endpoints = List.of(sms, tenant.whatsApp(), tenant.endpoint(Channel.TELEGRAM));
        endpoints.forEach(endpoint -> accept(endpoint, 3));

        List<EndpointId> turns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            turns.addAll(claimed(room(1)));
        }

        assertThat(turns).containsExactly(sms.id(), sms.id(), sms.id());
        assertThat(claimed(room(2))).containsExactly(tenant.whatsApp().id(), endpoints.get(2).id());
    }

    @Test
    void twoClaimersOfManyLanesNeverGetTheSame() {
        accept(sms, 40);
        accept(tenant.whatsApp(), 40);

        List<List<Claim>> claims = Together.times(6, () -> queue.claim(room(10), now(), LEASE));

        assertThat(claims.stream().flatMap(List::stream).map(DeliveryContract::id).toList())
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }
}
