package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.commit.Inflow;
import io.stele.core.commit.SharedCommits;
import io.stele.core.contact.ContactBook;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.intake.Draft;
import io.stele.core.intake.Intake;
import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.References;
import io.stele.core.intake.SenderChoice;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Submitted;
import io.stele.core.intake.Verdict;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Text;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connection to PostgreSQL breaks, also between a commit and its answer: what was committed is accepted, once. */
@Timeout(60)
class LostCommitTest {

    private static final int SENDS = 32;

    private Wire wire;
    private TestStore store;
    private Endpoint sms;

    @BeforeEach
    void connect() {
        String url = PostgresDatabases.url();
        String port = url.replaceAll("^jdbc:postgresql://[^:]+:(\\d+)/.*$", "$1");
        wire = new Wire(Integer.parseInt(port));
        store = TestStore.open(url.replace(":" + port + "/", ":" + wire.port() + "/"), "postgres", "postgres");
        sms = Tenant.found(store).endpoint(Channel.SMS);
    }

    @AfterEach
    void disconnect() {
        store.close();
        wire.close();
    }

    private void assertEachIsThereOnce(int messages) {
        assertThat(store.number("select count(*) from message")).isEqualTo(messages);
        assertThat(store.number("select count(*) from delivery")).isEqualTo(messages);
        assertThat(store.number("select sum(pending) from lane")).isEqualTo(messages);
        assertThat(store.number("select sum(message_count) from thread")).isEqualTo(messages);
    }

    private List<Submission> batch(Traffic traffic) {
        return IntStream.range(0, 8)
                .mapToObj(i -> traffic.submission(sms, Traffic.person(i), Text.of("x")))
                .toList();
    }

    @Test
    void aBatchIsAccepted() {
        Traffic traffic = new Traffic(store);
        List<Submission> batch = batch(traffic);
        wire.cutAfterCommits(1);

        List<Verdict> verdicts = traffic.write(batch);

        assertThat(wire.cut()).isEqualTo(1);
        assertThat(verdicts).extracting(verdict -> Traffic.accepted(verdict).id())
                .containsExactlyElementsOf(batch.stream().map(Submission::id).toList());
        assertEachIsThereOnce(8);
    }

    /** Who was told to come again would send a second time what is there. */
    @Test
    void whatMayBeCommittedIsLookedForUntilTheServerIsBack() {
        Traffic traffic = new Traffic(store);
        List<Submission> batch = batch(traffic);
        wire.goAwayAfterCommit();

        CompletableFuture<List<Verdict>> verdicts = CompletableFuture.supplyAsync(() -> traffic.write(batch));

        // Longer than anybody waits for a connection.
        await().during(Duration.ofSeconds(7)).atMost(Duration.ofSeconds(9)).until(() -> !verdicts.isDone());
        wire.back();
        assertThat(verdicts.join()).extracting(verdict -> Traffic.accepted(verdict).id())
                .containsExactlyElementsOf(batch.stream().map(Submission::id).toList());
        assertThat(wire.cut()).isEqualTo(1);
        assertEachIsThereOnce(8);
    }

    @Test
    void whileTheServerIsAwayAllAreRefusedAtOnce() {
        Traffic traffic = new Traffic(store);
        traffic.accept(sms, Traffic.person(1), "x");
        List<Submission> batch = batch(traffic);
        wire.close();

        List<Verdict> verdicts = traffic.write(batch);

        assertThat(verdicts).hasSize(8).containsOnly(new Verdict.Refused(new Rejection.Overloaded(Duration.ofSeconds(1))));
    }

    @Test
    void everySendOfManyAtOnceIsAccepted() {
        try (Intake intake = new Intake(
                store.get(Directory.class),
                new References(store.get(MessageLog.class)),
                store.get(ContactBook.class),
                (_, _, _) -> false,
                store.get(IntakeStore.class),
                store.get(KsuidGenerator.class),
                store.clock(),
                SharedCommits.Limits.patient(2, 8, 100),
                new Inflow(),
                () -> {})) {
            Callable<Submitted> send = () -> intake.submit(
                    sms.scope(),
                    Draft.of(new SenderChoice.Through(sms.id()), Traffic.person(1), Channel.SMS, Text.of("x")));
            // Nothing is left to be read but what is written.
            Together.times(1, send);
            wire.cutAfterCommits(3);

            List<Submitted> submitted = Together.times(SENDS, send);

            assertThat(wire.cut()).isEqualTo(3);
            assertThat(submitted).hasSize(SENDS).extracting(each -> each.message().id()).doesNotHaveDuplicates();
        }
        assertEachIsThereOnce(SENDS + 1);
    }
}
