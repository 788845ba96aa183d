package io.stele.core.identity;

import java.math.BigInteger;
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
    private static final BigInteger RADIX = BigInteger.valueOf(62);
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(BYTES * 8);

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
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(RADIX).add(BigInteger.valueOf(digit));
        }
        if (number.compareTo(LIMIT) >= 0) {
            return Optional.empty();
        }
        byte[] magnitude = number.toByteArray();
        byte[] bytes = new byte[BYTES];
        int length = Math.min(magnitude.length, BYTES);
        System.arraycopy(magnitude, magnitude.length - length, bytes, BYTES - length, length);
        return Optional.of(of(bytes));
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
        char[] text = new char[TEXT_LENGTH];
        BigInteger number = new BigInteger(1, bytes());
        for (int i = TEXT_LENGTH - 1; i >= 0; i--) {
            BigInteger[] division = number.divideAndRemainder(RADIX);
            text[i] = ALPHABET.charAt(division[1].intValue());
            number = division[0];
        }
        return new String(text);
    }
}
