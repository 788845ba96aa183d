package io.stele.core.identity;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * A 20-byte identifier that sorts by the time at which it was made: 4 bytes of seconds since {@link #EPOCH_SECOND},
 * then 16 bytes of payload. Order is that of the bytes taken as unsigned.
 *
 * <p>Its text is KSUID's own: 27 base-62 characters (digits, upper case, lower case), whose order is the same.
 */
public record Ksuid(int seconds, long high, long low) implements Comparable<Ksuid> {

    /** The moment from which {@link #seconds} are counted, in Unix seconds. */
    public static final long EPOCH_SECOND = 1_400_000_000L;

    /** How many bytes an identifier has. */
    public static final int BYTES = 20;

    /** How many characters its text has. */
    public static final int TEXT_LENGTH = 27;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RADIX = 62;
    private static final long WORD = 0xffff_ffffL;

    /** Five digits, which is as many as a division of two words by one can take off at once. */
    private static final int GROUP = 5;

    private static final int GROUP_RADIX = RADIX * RADIX * RADIX * RADIX * RADIX;

    /** The identifier with these bytes, which must be exactly {@value #BYTES}. */
    public static Ksuid of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a KSUID has " + BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Ksuid(buffer.getInt(), buffer.getLong(), buffer.getLong());
    }

    /** Reads the 27-character text; empty when the text is none. */
    public static Optional<Ksuid> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        int[] words = new int[BYTES / Integer.BYTES];
        for (int i = 0; i < TEXT_LENGTH; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0 || !append(words, digit)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Ksuid(words[0], join(words[1], words[2]), join(words[3], words[4])));
    }

    private static int digit(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        if (character >= 'A' && character <= 'Z') {
            return character - 'A' + 10;
        }
        return character >= 'a' && character <= 'z' ? character - 'a' + 36 : -1;
    }

    /** Appends a digit to the number whose words these are, the highest first. @return whether there is room for it */
    private static boolean append(int[] words, int digit) {
        long carry = digit;
        for (int i = words.length - 1; i >= 0; i--) {
            carry += (words[i] & WORD) * RADIX;
            words[i] = (int) carry;
            carry >>>= Integer.SIZE;
        }
        return carry == 0;
    }

    private static long join(int high, int low) {
        return (long) high << Integer.SIZE | low & WORD;
    }

    /** The bytes, in a new array. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putInt(seconds).putLong(high).putLong(low).array();
    }

    /** When it was made, to the second. */
    public Instant second() {
        return Instant.ofEpochSecond(EPOCH_SECOND + Integer.toUnsignedLong(seconds));
    }

    @Override
    public int compareTo(Ksuid other) {
        int order = Integer.compareUnsigned(seconds, other.seconds);
        if (order == 0) {
            order = Long.compareUnsigned(high, other.high);
        }
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /** The 27-character text. */
    @Override
    public String toString() {
        int[] words = {seconds, (int) (high >>> Integer.SIZE), (int) high, (int) (low >>> Integer.SIZE), (int) low};
        char[] text = new char[TEXT_LENGTH];
        for (int end = TEXT_LENGTH; end > 0; end -= GROUP) {
            int digits = takeGroup(words);
            for (int i = end - 1; i >= Math.max(0, end - GROUP); i--) {
                text[i] = ALPHABET.charAt(digits % RADIX);
                digits /= RADIX;
            }
        }
        return new String(text);
    }

    /** Takes the lowest digits off the number whose words these are. */
    private static int takeGroup(int[] words) {
        long remainder = 0;
        for (int i = 0; i < words.length; i++) {
            long dividend = remainder << Integer.SIZE | words[i] & WORD;
            words[i] = (int) (dividend / GROUP_RADIX);
            remainder = dividend % GROUP_RADIX;
        }
        return (int) remainder;
    }
}
