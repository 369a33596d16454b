embed()
