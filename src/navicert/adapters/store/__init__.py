"""State in one data directory: a database, content-addressed files, and the log's key.

``navicert.db``           the database
``blobs/ab/cdef...``      bytes as they came, named by their SHA-256
``keys/log.key, log.pub`` the key that signs the records, and what verifies them
``records.checkpoint``    the newest signed checkpoint, beside the database on purpose
"""
