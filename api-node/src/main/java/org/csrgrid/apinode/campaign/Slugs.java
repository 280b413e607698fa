package org.csrgrid.apinode.campaign;

import java.text.Normalizer;

/** Readable parts of links. */
final class Slugs {

    private static final int LONGEST = 60;

    private Slugs() {}

    /** The title in plain lower-case ASCII with dashes, and the id to make it unique: {@code clean-water-2n9c}. */
    static String of(String title, long id) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD);
        var slug = new StringBuilder();
        for (int i = 0; i < plain.length() && slug.length() < LONGEST; i++) {
            char character = Character.toLowerCase(plain.charAt(i));
            if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
                slug.append(character);
            } else if (Character.getType(character) != Character.NON_SPACING_MARK
                    && !slug.isEmpty()
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
        return slug.append(Long.toString(id, Character.MAX_RADIX)).toString();
    }
}
