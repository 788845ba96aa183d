package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private final BodyBudget budget = new BodyBudget(100);

    @Test
    void asManyAsThereIsRoomForAreHeldAtOnce() {
        BodyBudget.Share one = budget.share();
        BodyBudget.Share other = budget.share();

        assertThat(one.take(60)).isTrue();
        assertThat(other.take(41)).isFalse();
        assertThat(other.take(40)).isTrue();
        assertThat(one.take(1)).isFalse();
        assertThat(budget.held()).isEqualTo(100);
    }

    @Test
    void whatIsGivenBackIsThereForOthersOnce() {
        BodyBudget.Share one = budget.share();
        BodyBudget.Share other = budget.share();
        one.take(100);

        one.close();
        one.close();

        assertThat(budget.held()).isZero();
        assertThat(one.take(1)).isFalse();
        assertThat(other.take(100)).isTrue();
    }

    @Test
    void oneAloneMayBeLargerThanAllTogether() {
        BodyBudget.Share one = budget.share();

        assertThat(one.take(90)).isTrue();
        assertThat(one.take(500)).isTrue();
        assertThat(budget.share().take(1)).isFalse();
    }
}
