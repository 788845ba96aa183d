package io.stele.core.message;

import static io.stele.core.example.MessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.example.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

    private static final Timeline QUEUED = Timeline.queued(Examples.NOW);
    private static final Timeline SENT = QUEUED.reached(Status.SENT, Examples.NOW);

    private static Message first(Timeline timeline) {
        return message().id(Examples.messageId(1)).reached(Status.FAILED, timeline).build();
    }

    private static Message next(Status status) {
        return message()
                .id(Examples.messageId(2))
                .on(Channel.SMS)
                .continuing(Examples.messageId(1))
                .reached(status, QUEUED)
                .build();
    }

    @Test
    void aMessageThatNoneContinuesIsItsCourse() {
        Message alone = first(SENT);
        Course course = Course.of(alone);

        assertThat(course.id()).isEqualTo(alone.id());
        assertThat(course.present()).isEqualTo(alone);
        assertThat(course.status()).isEqualTo(Status.FAILED);
        assertThat(course.channels()).containsExactly(Channel.WHATSAPP);
    }

    @Test
    void whatContinuesAMessageIsWhatItIsNow() {
        Course course = new Course(first(SENT), next(Status.DELIVERED));

        assertThat(course.id()).isEqualTo(Examples.messageId(1));
        assertThat(course.present()).isEqualTo(next(Status.DELIVERED));
        assertThat(course.channels()).containsExactly(Channel.WHATSAPP, Channel.SMS);
        assertThat(course.presenting(next(Status.READ))).isEqualTo(new Course(first(SENT), next(Status.READ)));
    }

    @ParameterizedTest(name = "sent before: {0}, now {1}: {2}")
    @CsvSource({
        "false, QUEUED, SENDING",
        "false, SENDING, SENDING",
        "false, SENT, SENT",
        "false, FAILED, FAILED",
        "true, QUEUED, SENT",
        "true, SENDING, SENT",
        "true, SENT, SENT",
        "true, DELIVERED, DELIVERED",
        "true, READ, READ",
        "true, FAILED, FAILED",
    })
    void aCourseNeverGoesBack(boolean sentBefore, Status now, Status shown) {
        assertThat(new Course(first(sentBefore ? SENT : QUEUED), next(now)).status()).isEqualTo(shown);
    }
}
