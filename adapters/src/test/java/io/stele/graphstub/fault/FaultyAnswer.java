package io.stele.graphstub.fault;

import io.stele.graphstub.check.Refusal.GraphError;
import io.stele.graphstub.fault.Fault.ScriptedError;
import io.stele.graphstub.http.Answer;
import io.stele.graphstub.http.Exchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Ends an exchange as a fault says. */
public final class FaultyAnswer {

    private static final String PAGE = "<!DOCTYPE html><html><head><title>Error</title></head><body>%d</body></html>";

    private FaultyAnswer() {}

    /** @param good the answer as it would have been */
    public static void give(Fault fault, Answer good, Exchange exchange) throws IOException {
        if (fault.delay().isPositive()) {
            Exchange.pause(fault.delay());
        }
        Answer usual = good.withAll(fault.headers());
        switch (fault.ending()) {
            case ANSWER -> exchange.answer(usual);
            case ERROR -> exchange.answer(error(fault).withAll(fault.headers()));
            case PAGE -> exchange.answer(
                    Answer.html(fault.status(), PAGE.formatted(fault.status())).withAll(fault.headers()));
            case MALFORMED -> exchange.answer(new Answer(
                    200, usual.headers(), Arrays.copyOf(usual.body(), usual.body().length / 2)));
            case EMPTY -> exchange.answer(Answer.json(200, Map.of()).withAll(fault.headers()));
            case HALF -> exchange.answerHalf(usual);
            case SLOW -> exchange.answerSlowly(usual, fault.between());
            case TOO_SHORT -> exchange.answerWithLength(usual, usual.body().length + 10L);
            case TOO_LONG -> exchange.answerWithLength(usual, usual.body().length - 10L);
            case CLOSED, CLOSED_UNREAD -> exchange.close();
            case RESET -> exchange.reset();
        }
    }

    private static Answer error(Fault fault) {
        ScriptedError error = fault.error();
        if (error == null) {
            throw new IllegalStateException("a fault without its error");
        }
        return new GraphError(
                        error.status(),
                        error.code(),
                        error.subcode(),
                        "OAuthException",
                        "(#" + error.code() + ") " + error.title(),
                        error.details())
                .answer();
    }
}
