package org.csrgrid.domain.card;

/** Who issues cards, by the first digits and the length of their numbers. */
enum CardIssuer {
    VISA(13, 19) {
        @Override
        boolean begins(int four) {
            return four / 1000 == 4;
        }
    },
    MASTERCARD(16, 16) {
        @Override
        boolean begins(int four) {
            return isBetween(four / 100, 51, 55) || isBetween(four, 2221, 2720);
        }
    },
    AMERICAN_EXPRESS(15, 15) {
        @Override
        boolean begins(int four) {
            return four / 100 == 34 || four / 100 == 37;
        }
    },
    DINERS_CLUB(14, 16) {
        @Override
        boolean begins(int four) {
            int three = four / 10;
            return isBetween(three, 300, 305) || three == 309 || isBetween(four / 100, 38, 39) || four / 100 == 36;
        }
    },
    DISCOVER(16, 19) {
        @Override
        boolean begins(int four) {
            return four == 6011 || isBetween(four / 10, 644, 649) || four / 100 == 65;
        }
    },
    JCB(16, 19) {
        @Override
        boolean begins(int four) {
            return isBetween(four, 3528, 3589);
        }
    },
    UNION_PAY(16, 19) {
        @Override
        boolean begins(int four) {
            return four / 100 == 62 || four / 100 == 81;
        }
    },
    MAESTRO(13, 19) {
        @Override
        boolean begins(int four) {
            return four / 100 == 50 || isBetween(four / 100, 56, 59) || isBetween(four / 100, 60, 69);
        }
    },
    MIR(16, 16) {
        @Override
        boolean begins(int four) {
            return isBetween(four, 2200, 2204);
        }
    },
    RUPAY(16, 16) {
        @Override
        boolean begins(int four) {
            return four / 100 == 82 || four / 10 == 508;
        }
    },
    TROY(16, 16) {
        @Override
        boolean begins(int four) {
            return four == 9792;
        }
    };

    private final int shortest;
    private final int longest;

    CardIssuer(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    /** @param four the number's first four digits */
    abstract boolean begins(int four);

    /** Whether any issuer has numbers of that beginning and length. */
    static boolean exists(int four, int length) {
        for (CardIssuer issuer : values()) {
            if (length >= issuer.shortest && length <= issuer.longest && issuer.begins(four)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(int value, int first, int last) {
        return value >= first && value <= last;
    }
}
