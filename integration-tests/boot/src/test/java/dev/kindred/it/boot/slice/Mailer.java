package dev.kindred.it.boot.slice;

import org.springframework.stereotype.Component;

/** No part of the data access. */
@Component
class Mailer {}
