package io.stele.graphstub;

import io.stele.graphstub.callback.CallbackSettings;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.graph.BusinessNumber;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the stand-in is started.
 *
 * @param port 0 for any free one
 * @param receipts what follows each message from the first one on
 * @param ledger the file to append to; null for none
 * @param synced whether each line is forced to the disk
 * @param kept how many lines stay in memory
 * @param outlivesInput whether it goes on when its standard input ends
 */
record Options(
        int port,
        List<BusinessNumber> numbers,
        CallbackSettings callback,
        ReceiptPlan receipts,
        @Nullable Path ledger,
        boolean synced,
        int kept,
        boolean outlivesInput) {

    private static final String USAGE = """
            usage: GraphStub [--port N] [--app-secret S] [--callback URL] [--receipts STATUS,...] [--ledger FILE]
                             [--sync] [--keep LINES] [--detached]
                             (--number ID:ACCOUNT:DISPLAY:TOKEN)...
                             [--phone-number-id ID] [--waba ACCOUNT] [--display-number DISPLAY] [--token TOKEN]""";
    private static final int PARTS_OF_A_NUMBER = 4;

    /** @throws IllegalArgumentException with a text for people when the words make no sense */
    static Options of(String... words) {
        Reading reading = new Reading();
        Iterator<String> rest = Arrays.asList(words).iterator();
        while (rest.hasNext()) {
            reading.take(rest.next(), rest);
        }
        return reading.options();
    }

    private static final class Reading {
        private int port;
        private String secret = "app-secret";
        private @Nullable URI callback;
        private ReceiptPlan receipts = ReceiptPlan.NONE;
        private @Nullable Path ledger;
        private boolean synced;
        private int kept = 100_000;
        private boolean detached;
        private final List<BusinessNumber> numbers = new ArrayList<>();
        private String id = "106540352242922";
        private String account = "102290129340398";
        private String display = "+15550783881";
        private String token = "token";

        private void take(String option, Iterator<String> rest) {
            switch (option) {
                case "--sync" -> synced = true;
                case "--detached" -> detached = true;
                case "--port" -> port = Integer.parseInt(value(rest));
                case "--keep" -> kept = Integer.parseInt(value(rest));
                case "--app-secret" -> secret = value(rest);
                case "--callback" -> callback = URI.create(value(rest));
                case "--receipts" -> receipts = ReceiptPlan.of(value(rest).split(","));
                case "--ledger" -> ledger = Path.of(value(rest));
                case "--number" -> numbers.add(number(value(rest)));
                case "--phone-number-id" -> id = value(rest);
                case "--waba" -> account = value(rest);
                case "--display-number" -> display = value(rest);
                case "--token" -> token = value(rest);
                default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
            }
        }

        private Options options() {
            if (numbers.isEmpty()) {
                numbers.add(BusinessNumber.of(id, account, display, token));
            }
            return new Options(
                    port, numbers, CallbackSettings.of(callback, secret), receipts, ledger, synced, kept, detached);
        }

        private static String value(Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("the last option has no value\n" + USAGE);
            }
            return rest.next();
        }

        private static BusinessNumber number(String text) {
            String[] parts = text.split(":", PARTS_OF_A_NUMBER);
            if (parts.length < PARTS_OF_A_NUMBER) {
                throw new IllegalArgumentException("not a number: " + text + "\n" + USAGE);
            }
            return BusinessNumber.of(parts[0], parts[1], parts[2], parts[3]);
        }
    }
}
