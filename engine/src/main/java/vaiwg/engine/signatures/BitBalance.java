package vaiwg.engine.signatures;

import java.util.List;

/**
 * How much more often each bit came than it went, of postings at one place. There can be very many at one place: it takes one pass to
 * count the bits, and one to leave each in as many postings as that.
 */
final class BitBalance {
    private final int[] balance;

    private BitBalance(Posting one) {
        balance = new int[(one.part.length + one.whole.length) * Long.SIZE + Byte.SIZE];
    }

    /** Takes out of postings at one place what some add and others take away. */
    static void cancel(List<Posting> postings) {
        BitBalance balance = new BitBalance(postings.get(0));
        for (Posting posting : postings) {
            balance.count(posting);
        }
        for (Posting posting : postings) {
            balance.settle(posting);
        }
    }

    private void count(Posting posting) {
        int word = 0;
        for (long bits : posting.part) {
            count(word++, bits, posting.sign);
        }
        for (long bits : posting.whole) {
            count(word++, bits, posting.sign);
        }
        count(word, posting.life, posting.sign);
    }

    private void settle(Posting posting) {
        int word = 0;
        for (int i = 0; i < posting.part.length; i++) {
            posting.part[i] = settle(word++, posting.part[i], posting.sign);
        }
        for (int i = 0; i < posting.whole.length; i++) {
            posting.whole[i] = settle(word++, posting.whole[i], posting.sign);
        }
        posting.life = (byte) settle(word, posting.life, posting.sign);
    }

    private void count(int word, long bits, int sign) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            balance[word * Long.SIZE + Long.numberOfTrailingZeros(rest)] += sign;
        }
    }

    /** The bits whose balance is of the sign, which then are in it no more. */
    private long settle(int word, long bits, int sign) {
        long kept = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            int bit = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
            if (balance[bit] * sign > 0) {
                balance[bit] -= sign;
                kept |= Long.lowestOneBit(rest);
            }
        }
        return kept;
    }
}
